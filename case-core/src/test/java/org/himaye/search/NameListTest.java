package org.himaye.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of names that must and must not find each other (security.md 2.2 (v), issue 4 part 7). Tells recall and precision. */
class NameListTest {

    private static final Logger LOG = Logger.getLogger(NameListTest.class.getName());

    private static final double RECALL = 0.97;
    private static final double PRECISION = 0.97;

    private static List<Pair> pairs;

    private record Pair(boolean match, String rule, PersonName stored, PersonName typed, String text) {

        static Pair of(String line) {
            String[] parts = line.split("\t", -1);
            return new Pair(
                    parts[0].equals("match"),
                    parts[1],
                    PersonName.of(parts[2], year(parts[4])),
                    PersonName.of(parts[3], year(parts[5])),
                    line.replace('\t', ' ').strip());
        }

        private static Integer year(String text) {
            return text.isEmpty() ? null : Integer.valueOf(text);
        }

        boolean found() {
            return stored.meantBy(typed);
        }
    }

    @BeforeAll
    static void read() throws IOException {
        try (InputStream list = NameListTest.class.getResourceAsStream("names.tsv")) {
            pairs = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Pair::of)
                    .toList();
        }
    }

    @Test
    void atLeastThreeHundredPairsOfBothKinds() {
        assertTrue(pairs.stream().filter(Pair::match).count() >= 150, "pairs that must match");
        assertTrue(pairs.stream().filter(pair -> !pair.match()).count() >= 150, "pairs that must not");
    }

    @Test
    void whatMustBeFoundIsFoundAndLittleElse() {
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        long right = 0;
        for (Pair pair : pairs) {
            if (pair.match() && !pair.found()) {
                missed.add(pair.text());
            }
            if (!pair.match() && pair.found()) {
                wrong.add(pair.text());
            }
            right += pair.match() && pair.found() ? 1 : 0;
        }
        double recall = (double) right / (right + missed.size());
        double precision = (double) right / (right + wrong.size());
        String told = String.format(
                Locale.ROOT,
                "%d pairs, recall %.3f, precision %.3f, missed %s, wrong %s",
                pairs.size(),
                recall,
                precision,
                missed,
                wrong);
        LOG.info(told);
        assertTrue(recall >= RECALL && precision >= PRECISION, told);
    }
}

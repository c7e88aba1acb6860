package org.himaye.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/asvs.md says what is shown; the tests say which rows they show. Neither may say more than the other. */
class AsvsTest {

    private static final Path ROOT = Path.of("..");
    private static final Set<String> STATES = Set.of("passed", "failed", "not applicable");
    private static final Pattern TAGGED = Pattern.compile(
            "((?:@Tag\\(\"ASVS-[0-9.]+\"\\)\\s+)+)(?:@\\w+(?:\\([^)]*\\))?\\s+)*(?:static )?void (\\w+)\\(");
    private static final Pattern TAG = Pattern.compile("ASVS-([0-9.]+)");

    private record Line(String row, String level, String words, String state, String how) {}

    @Test
    void everyRowIsJudgedOnceAndWithAReason() throws IOException {
        List<Line> lines = lines();
        assertTrue(lines.size() > 50, "the table was found");
        assertEquals(lines.size(), lines.stream().map(Line::row).distinct().count(), "no row twice");
        lines.forEach(line -> {
            assertTrue(STATES.contains(line.state()), line::toString);
            assertTrue(line.level().matches("[123]") && !line.words().isBlank(), line::toString);
            assertTrue(line.how().length() > 10, line::toString);
        });
    }

    @Test
    void whatIsCalledPassedIsShownByTheTestsThatSaySo() throws IOException {
        Set<String> told = lines().stream()
                .filter(line -> line.state().equals("passed"))
                .flatMap(line -> Arrays.stream(line.how().replace("`", "").split("<br>"))
                        .map(test -> line.row() + " " + test.strip()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(told, tagged());
    }

    private static List<Line> lines() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/asvs.md")).stream()
                .filter(line -> line.matches("\\| [0-9.]+ \\|.*"))
                .map(line -> line.split("\\s*\\|\\s*", -1))
                .map(cells -> new Line(cells[1], cells[2], cells[3], cells[4], cells[5]))
                .toList();
    }

    private static Set<String> tagged() throws IOException {
        Set<String> found = new TreeSet<>();
        try (var modules = Files.list(ROOT)) {
            for (Path tests :
                    modules.map(module -> module.resolve("src/test/java")).toList()) {
                Sources.find(tests, "Test.java").forEach((file, text) -> {
                    String name = file.getFileName().toString().replace(".java", "");
                    int tags = 0;
                    for (Matcher test = TAGGED.matcher(text); test.find(); ) {
                        for (Matcher tag = TAG.matcher(test.group(1)); tag.find(); tags++) {
                            found.add(tag.group(1) + " " + name + "." + test.group(2));
                        }
                    }
                    assertEquals(
                            text.split("@Tag\\(\"ASVS-", -1).length - 1, tags, "each stands before its test: " + file);
                });
            }
        }
        return found;
    }
}

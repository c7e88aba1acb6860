package org.himaye.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties of every name, beside the list of pairs (security.md 2.2 (v)). */
class PersonNameTest {

    private static final String LETTERS = "aəbcçdeəfgğhxıijkqlmnoöprsştuüvyz";
    private static final int ROUNDS = 500;

    private final Random random = new Random(37);

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 4 + random.nextInt(5); i > 0; i--) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    private static boolean finds(String typed, String stored) {
        return PersonName.of(stored, null).meantBy(PersonName.of(typed, null));
    }

    @Test
    void everyNameFindsItselfInAnyOrder() {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> words = new ArrayList<>(List.of(word(), word(), word()));
            String stored = String.join(" ", words);
            if (Spelling.words(stored).size() < words.size()) {
                continue;
            }
            Collections.shuffle(words, random);

            assertTrue(finds(String.join(", ", words), stored), words + " for " + stored);
        }
    }

    @Test
    void accentsMayBeMissing() {
        for (int round = 0; round < ROUNDS; round++) {
            String word = word();
            String bare = word.replace('ə', 'e')
                    .replace('ç', 'c')
                    .replace('ı', 'i')
                    .replace('ö', 'o')
                    .replace('ş', 's')
                    .replace('ü', 'u');

            assertEquals(Spelling.words(word).isEmpty(), Spelling.words(bare).isEmpty(), word);
            if (!Spelling.words(word).isEmpty()) {
                assertTrue(
                        Spelling.words(word)
                                .getFirst()
                                .same(Spelling.words(bare).getFirst()),
                        word + " as " + bare);
            }
        }
    }

    /** What was typed and what is stored may have met different keyboards, never different rules: the answer does not depend on the side. */
    @Test
    void alikeIsMutual() {
        for (int round = 0; round < ROUNDS; round++) {
            NameWord one = new NameWord(Collections.singleton(word()));
            NameWord other = new NameWord(Collections.singleton(word()));

            assertEquals(one.slipped(other), other.slipped(one));
            assertEquals(one.same(other), other.same(one));
        }
    }

    /** İ and ı fall together in every locale of the machine; Turkish and Azerbaijani would make I to ı. */
    @ParameterizedTest
    @ValueSource(strings = {"az", "tr", "ru", "en"})
    void noLocaleIsAsked(String language) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of(language));
        try {
            assertTrue(finds("İLQAR ISMAYILOVA", "ilqar ismayılova"));
            assertTrue(finds("ILQAR İSMAYİLOVA", "İlqar İsmayılova"));
        } finally {
            Locale.setDefault(before);
        }
    }

    /** A file may hold İ, й and ё as letter and mark apart. */
    @Test
    void lettersMayBeComposed() {
        assertTrue(finds("I\u0307lqar S\u0327u\u0308ku\u0308rov", "İlqar Şükürov"));
        assertTrue(finds("Алексеи\u0306 Соловье\u0308в", "Aleksey Solovyev"));
    }

    @Test
    void nothingFindsNobody() {
        assertFalse(finds("", "Nərgiz Əliyeva"));
        assertFalse(finds("  -.,'", "Nərgiz Əliyeva"));
        assertFalse(finds("oğlu", "Nərgiz Əliyeva"));
        assertFalse(finds("Nərgiz", ""));
    }

    @Test
    void aYearThatIsNotKnownFits() {
        PersonName stored = PersonName.of("Nərgiz Əliyeva", null);

        assertTrue(stored.meantBy(PersonName.of("Nərgiz", 1990)));
        assertTrue(PersonName.of("Nərgiz Əliyeva", 1991).meantBy(PersonName.of("Nərgiz", 1990)));
        assertFalse(PersonName.of("Nərgiz Əliyeva", 1992).meantBy(PersonName.of("Nərgiz", 1990)));
    }
}

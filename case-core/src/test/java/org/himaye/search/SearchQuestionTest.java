package org.himaye.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.himaye.confidentiality.KeyedHash.Use;
import org.himaye.shared.CheckedNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One box takes everything, and what was typed tells what it is. */
class SearchQuestionTest {

    private static SearchQuestion typed(String text) {
        return new SearchQuestion(text, null);
    }

    private static List<Use> uses(String text) {
        return typed(text).numbers().stream().map(SearchQuestion.Number::use).toList();
    }

    @Test
    void aNumberOfACase() {
        String number = CheckedNumber.random('V');

        assertEquals(
                number,
                typed(number.replace("-", " ")).caseNumber().orElseThrow().text());
        assertTrue(typed("Vəfa Əliyeva").caseNumber().isEmpty());
    }

    @Test
    void numbersAreLookedUpAsWhatTheyMayBe() {
        assertEquals(List.of(Use.DOCUMENT), uses("AZE 12345678"));
        assertEquals(List.of(Use.TELEPHONE, Use.DOCUMENT), uses("050 123 45 67"));
        assertEquals(List.of(Use.TELEPHONE, Use.DOCUMENT), uses("+994501234567"));
    }

    @Test
    void aYearAmongWordsIsOneOfBirth() {
        SearchQuestion question = typed("Nərgiz Əliyeva 1998");

        assertEquals(List.of(), question.numbers());
        assertEquals(1998, question.name().birthYear());
        assertEquals(2, question.name().words().size());
        assertEquals(1990, new SearchQuestion("Nərgiz 1998", 1990).name().birthYear());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "oğlu", "---", "12", "1998"})
    void withNothingNobodyIsFound(String text) {
        assertThrows(NothingToSearch.class, () -> typed(text).rules().hold(), text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 98, 1899, 2101})
    void aYearInWhichNobodyWasBorn(int year) {
        assertThrows(
                BirthYearWrong.class,
                () -> new SearchQuestion("Nərgiz", year).rules().hold());
    }

    /** The log's hash answers whether a name was searched for, however it was written. */
    @Test
    void theSameQuestionIsTheSameInTheLog() {
        assertEquals(
                typed("Nərgiz Əliyeva").normal(), typed("алиева наргиз 1998").normal());
        assertEquals(typed("AZE 12345678").normal(), typed("aze12345678").normal());
        assertNotEquals(
                typed("Nərgiz Əliyeva").normal(), typed("Nərgiz Vəliyeva").normal());
    }
}

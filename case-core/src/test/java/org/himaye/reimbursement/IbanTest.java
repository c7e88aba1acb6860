package org.himaye.reimbursement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** domain.md 3.3.15: AZ, 28 characters, MOD 97. The valid one is the registry's published example. */
class IbanTest {

    private static final String EXAMPLE = "AZ21NABZ00000000137010001944";

    @ParameterizedTest
    @ValueSource(
            strings = {
                EXAMPLE,
                "AZ21 NABZ 0000 0000 1370 1000 1944",
                "az21nabz00000000137010001944",
                " AZ21-NABZ-00000000137010001944 "
            })
    void readsWhatPeopleType(String typed) {
        assertEquals(EXAMPLE, Iban.parse(typed).text());
    }

    @ParameterizedTest
    @CsvSource({
        "AZ21NABZ0000000013701000194, LENGTH, 27",
        "AZ21NABZ000000001370100019444, LENGTH, 29",
        "DE89370400440532013000, COUNTRY, 22",
        "AZ2XNABZ00000000137010001944, LETTERS, 28",
        "AZ21N1BZ00000000137010001944, LETTERS, 28",
        "AZ22NABZ00000000137010001944, CHECK, 28",
        "AZ21NABZ00000000137010001945, CHECK, 28",
        "AZ21NABZ00000000137010009144, CHECK, 28"
    })
    void saysWhatToLookAt(String typed, String fault, int length) {
        IbanNotRight thrown = assertThrows(IbanNotRight.class, () -> Iban.parse(typed));

        assertEquals(List.of(fault, length), thrown.arguments());
        assertEquals("iban", thrown.field());
    }

    @Test
    void everySingleWrongDigitIsFound() {
        for (int place = 8; place < EXAMPLE.length(); place++) {
            char other = EXAMPLE.charAt(place) == '9' ? '0' : (char) (EXAMPLE.charAt(place) + 1);
            String wrong = EXAMPLE.substring(0, place) + other + EXAMPLE.substring(place + 1);

            assertThrows(IbanNotRight.class, () -> Iban.parse(wrong), wrong);
        }
    }

    @Test
    void tellsNothingWhenPrinted() {
        assertFalse(Iban.parse(EXAMPLE).toString().contains("1944"));
    }
}

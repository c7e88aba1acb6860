package org.himaye.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class CheckedNumberTest {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void randomNumbersAreValidAndDiffer() {
        String one = CheckedNumber.random('V');

        assertEquals(one, CheckedNumber.parse('V', one));
        assertNotEquals(one, CheckedNumber.random('V'));
    }

    @Test
    void everySingleErrorIsFound() {
        String number = CheckedNumber.random('V');
        for (int place = 2; place < number.length(); place++) {
            for (char other : LETTERS.toCharArray()) {
                if (number.charAt(place) == '-' || number.charAt(place) == other) {
                    continue;
                }
                String wrong = number.substring(0, place) + other + number.substring(place + 1);
                assertNull(CheckedNumber.parse('V', wrong), wrong + " for " + number);
            }
        }
    }

    @Test
    void everyTranspositionOfTwoLettersIsFound() {
        for (int round = 0; round < 50; round++) {
            String number = CheckedNumber.random('R');
            for (int i = 2; i < 8; i++) {
                for (int j = i + 1; j < 8; j++) {
                    char[] swapped = number.toCharArray();
                    swapped[i] = number.charAt(j);
                    swapped[j] = number.charAt(i);
                    boolean same = number.charAt(i) == number.charAt(j);
                    String read = CheckedNumber.parse('R', new String(swapped));
                    assertEquals(same ? number : null, read);
                }
            }
        }
    }

    @Test
    void whatTiredPeopleTypeIsUnderstood() {
        String number = findNumberWith('0');

        assertEquals(
                number,
                CheckedNumber.parse(
                        'V', number.toLowerCase(java.util.Locale.ROOT).replace("-", " ")));
        assertEquals(number, CheckedNumber.parse('V', number.replace('0', 'o')));
        assertNotNull(CheckedNumber.parse('V', "  " + number + " "));
    }

    @Test
    void anotherPrefixOrLengthIsNoNumber() {
        String number = CheckedNumber.random('V');

        assertNull(CheckedNumber.parse('R', number));
        assertNull(CheckedNumber.parse('V', number + "7"));
        assertNull(CheckedNumber.parse('V', "V-7K3U<b-X"));
        assertNull(CheckedNumber.parse('V', null));
    }

    private static String findNumberWith(char letter) {
        String number;
        do {
            number = CheckedNumber.random('V');
        } while (number.indexOf(letter) < 0);
        return number;
    }
}

package org.himaye.reimbursement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** BR-061 and BR-062. */
class AmountsTest {

    @ParameterizedTest
    @CsvSource({"700, 700.00", "700.5, 700.50", "0.01, 0.01", "1E3, 1000.00", "9999999999.99, 9999999999.99"})
    void hasTwoPlaces(String typed, String exact) {
        assertEquals(exact, Amounts.exact(new BigDecimal(typed)).toPlainString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-1", "-0.01", "700.005", "0.001"})
    void refusesWhatIsNoMoney(String typed) {
        assertThrows(AmountNotPossible.class, () -> Amounts.exact(new BigDecimal(typed)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10000000000.00", "99999999999"})
    void saysThatItIsTooLarge(String typed) {
        assertThrows(AmountTooLarge.class, () -> Amounts.exact(new BigDecimal(typed)));
    }

    @Test
    void refusesNothing() {
        assertThrows(AmountNotPossible.class, () -> Amounts.exact(null));
    }

    @Test
    void theLastInstalmentTakesTheRemainder() {
        assertEquals(
                List.of(new BigDecimal("33.33"), new BigDecimal("33.33"), new BigDecimal("33.34")),
                Amounts.split(new BigDecimal("100.00"), 3));
    }

    @ParameterizedTest
    @CsvSource({"700.00, 1", "700.00, 7", "0.10, 3", "1234.57, 12", "9999999999.99, 31"})
    void instalmentsMakeTheWholeExactly(BigDecimal total, int parts) {
        List<BigDecimal> amounts = Amounts.split(total, parts);

        assertEquals(parts, amounts.size());
        assertEquals(total, amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void nobodyIsPaidLessThanAQepik() {
        assertThrows(AmountNotPossible.class, () -> Amounts.split(new BigDecimal("0.02"), 3));
    }
}

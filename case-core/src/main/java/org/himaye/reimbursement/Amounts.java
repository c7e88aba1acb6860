package org.himaye.reimbursement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Manat and qəpik: two places, above zero, never floating point (BR-061). */
final class Amounts {

    private static final BigDecimal MOST = new BigDecimal("9999999999.99");
    private static final int PLACES = 2;

    private Amounts() {}

    /**
     * @return the amount with two places
     * @throws AmountNotPossible when it is not above zero or has parts of a qəpik
     * @throws AmountTooLarge when it does not fit
     */
    static BigDecimal exact(BigDecimal amount) {
        if (amount == null || amount.signum() <= 0) {
            throw new AmountNotPossible();
        }
        if (amount.compareTo(MOST) > 0) {
            throw new AmountTooLarge(MOST);
        }
        if (amount.stripTrailingZeros().scale() > PLACES) {
            throw new AmountNotPossible();
        }
        return amount.setScale(PLACES);
    }

    /** Equal parts whose sum is exactly the total; the last takes the remainder (BR-062). */
    static List<BigDecimal> split(BigDecimal total, int parts) {
        BigDecimal part = total.divide(BigDecimal.valueOf(parts), PLACES, RoundingMode.DOWN);
        if (part.signum() <= 0) {
            throw new AmountNotPossible();
        }
        List<BigDecimal> amounts = new ArrayList<>();
        for (int i = 1; i < parts; i++) {
            amounts.add(part);
        }
        amounts.add(total.subtract(part.multiply(BigDecimal.valueOf(parts - 1L))));
        return amounts;
    }
}

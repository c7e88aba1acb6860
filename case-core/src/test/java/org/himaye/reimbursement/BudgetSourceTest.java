package org.himaye.reimbursement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.himaye.casefile.IdentificationStatus;
import org.junit.jupiter.api.Test;

/** BR-067: what blocks an approval. */
class BudgetSourceTest {

    private static final BigDecimal ALLOWANCE = new BigDecimal("700.00");

    private final BudgetSource line =
            new BudgetSource(UUID.randomUUID(), BudgetKind.STATE_BUDGET, 2026, "07.3", new BigDecimal("1600.00"));

    @Test
    void commitsUntilTheLineIsEmpty() {
        line.commit(ALLOWANCE, 2026);
        line.commit(ALLOWANCE, 2026);

        assertThrows(BudgetExceeded.class, () -> line.commit(ALLOWANCE, 2026));
        assertEquals(new BigDecimal("200.00"), line.left());
    }

    @Test
    void theLastQepikCanBeSpent() {
        line.commit(new BigDecimal("1600.00"), 2026);

        assertEquals(0, line.left().signum());
        assertThrows(BudgetExceeded.class, () -> line.commit(new BigDecimal("0.01"), 2026));
    }

    @Test
    void anotherYearIsClosed() {
        assertThrows(BudgetClosed.class, () -> line.commit(ALLOWANCE, 2027));
        assertThrows(BudgetClosed.class, () -> line.commit(ALLOWANCE, 2025));
    }

    @Test
    void whatIsWithdrawnGoesBack() {
        line.commit(ALLOWANCE, 2026);
        line.release(ALLOWANCE);

        assertEquals(new BigDecimal("1600.00"), line.left());
    }

    @Test
    void payingChangesNothingOfWhatIsLeft() {
        line.commit(ALLOWANCE, 2026);
        line.pay(ALLOWANCE);

        assertEquals(new BigDecimal("900.00"), line.left());
        assertEquals(ALLOWANCE, line.paid());
    }

    @Test
    void aRuleHoldsFromItsFirstToItsLastDay() {
        LocalDate first = LocalDate.of(2024, 1, 1);
        LocalDate last = LocalDate.of(2026, 12, 31);
        ReimbursementRule rule = new ReimbursementRule(IdentificationStatus.IDENTIFIED, true, ALLOWANCE, first, last);

        assertFalse(rule.inForce(first.minusDays(1)));
        assertTrue(rule.inForce(first));
        assertTrue(rule.inForce(last));
        assertFalse(rule.inForce(last.plusDays(1)));
        assertTrue(rule.metBy(IdentificationStatus.IDENTIFIED));
        assertFalse(rule.metBy(IdentificationStatus.PRESUMED));
        assertFalse(rule.metBy(null));
    }
}

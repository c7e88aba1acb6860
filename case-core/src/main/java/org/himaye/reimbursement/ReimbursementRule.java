package org.himaye.reimbursement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.himaye.casefile.IdentificationStatus;

/**
 * The latest rule for a kind: law as data.
 *
 * @param required the status without which nobody may ask, or null for none
 * @param oneTime given once to a person
 * @param amount most that is given, today's value
 * @param from first day
 * @param until last day, or null for open
 */
record ReimbursementRule(
        IdentificationStatus required, boolean oneTime, BigDecimal amount, LocalDate from, LocalDate until) {

    boolean inForce(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    boolean metBy(IdentificationStatus status) {
        return required == null || required == status;
    }
}

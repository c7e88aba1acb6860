package org.himaye.retention;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A line of the list of what is due for erasure.
 *
 * @param subjectId the case, or the referral that became none
 * @param pseudonym null for a referral
 * @param reason why the person asks, or null
 * @param privacyOfficer who of these said yes, or null
 * @param supervisor who of these said yes, or null
 * @param held whether a legal hold is on it
 * @param mayConfirm whether the caller's yes is missing
 */
public record ErasureRow(
        UUID id,
        int version,
        UUID subjectId,
        String number,
        String pseudonym,
        RetentionRule rule,
        ErasureReason reason,
        LocalDate dueOn,
        String privacyOfficer,
        String supervisor,
        boolean held,
        boolean mayConfirm) {}

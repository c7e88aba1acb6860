package org.himaye.task;

import java.time.Instant;
import java.util.UUID;
import org.himaye.breakglass.BreakGlassReason;

/**
 * What is told of emergency accesses, without anything about the person in care (domain.md 4.7).
 *
 * @param caseId the case, or null for what concerns several
 * @param number of the case, or empty
 * @param by who opened it
 * @param reason null for what concerns several
 * @param at when it began, the last one, or when it was reviewed
 * @param count how many; one unless they are several
 */
public record UrgentNotice(
        Kind kind,
        UUID caseId,
        UUID personId,
        String number,
        String by,
        BreakGlassReason reason,
        Instant at,
        int count) {

    public enum Kind {
        /** For the supervisor and the responsible caseworker, at once. */
        USED,
        /** For who reads the log: one person, several times within the configured days. */
        REPEATED,
        /** For who reads the log: a reviewer found no reason for it. */
        NOT_JUSTIFIED,
        /** For who reads the log: nobody has reviewed it in time, perhaps because the case was closed to those who would. */
        UNREVIEWED
    }
}

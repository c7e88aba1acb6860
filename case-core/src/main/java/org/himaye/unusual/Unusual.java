package org.himaye.unusual;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.himaye.accesslog.LoggedDay.Access;

/**
 * Something that was found on a day.
 *
 * @param cause of {@link UnusualRule#NO_RELATION}, else null
 * @param caseId null where it is about no single case
 * @param events numbers of the first events, at most {@link #MOST_EVENTS}
 * @param first time of the first of these events
 * @param last time of the last of these
 * @param accesses what the rule counted
 * @param usual of {@link UnusualRule#VOLUME}, else null
 */
record Unusual(
        UnusualRule rule,
        UnusualCause cause,
        UUID account,
        UUID caseId,
        String caseNumber,
        List<Long> events,
        Instant first,
        Instant last,
        int accesses,
        Integer usual) {

    static final int MOST_EVENTS = 100;

    /** @param accesses of one account, at least one, in the log's order */
    static Unusual of(UnusualRule rule, List<Access> accesses, int count, Integer usual) {
        return made(rule, null, accesses, false, count, usual);
    }

    /** @param accesses of one account to one case, at least one, in the log's order */
    static Unusual ofCase(UnusualRule rule, UnusualCause cause, List<Access> accesses) {
        return made(rule, cause, accesses, true, accesses.size(), null);
    }

    private static Unusual made(
            UnusualRule rule, UnusualCause cause, List<Access> accesses, boolean ofCase, int count, Integer usual) {
        List<Access> kept = accesses.subList(0, Math.min(accesses.size(), MOST_EVENTS));
        Access one = kept.getFirst();
        return new Unusual(
                rule,
                cause,
                one.account(),
                ofCase ? one.caseId() : null,
                ofCase ? one.caseNumber() : null,
                kept.stream().map(Access::sequence).distinct().toList(),
                one.at(),
                kept.getLast().at(),
                count,
                usual);
    }
}

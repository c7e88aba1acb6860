package org.himaye.task;

import java.util.List;
import org.himaye.accesslog.RecentRefusals;

/**
 * The start page of one person.
 *
 * @param counts of everything, also of what the lists leave out
 * @param due the most urgent deadlines, at most {@link MyDayService#ROWS}
 * @param waiting what waits for the caller, the most urgent first, at most {@link MyDayService#ROWS}
 * @param sent the last referrals of this account, newest first, at most {@link MyDayService#ROWS}
 * @param refusals for who reads the access log, else null
 */
public record MyDay(
        Counts counts, List<Due> due, List<Waiting> waiting, List<SentReferral> sent, RecentRefusals refusals) {

    /**
     * @param late deadlines that have passed
     * @param today deadlines that end today
     * @param week deadlines that end within seven days, today's included
     */
    public record Counts(int late, int today, int week, int waiting) {}

    /** True when nothing is due and nothing waits. */
    public boolean nothing() {
        return due.isEmpty() && waiting.isEmpty() && sent.isEmpty() && refusals == null;
    }
}

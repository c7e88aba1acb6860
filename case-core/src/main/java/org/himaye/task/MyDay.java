package org.himaye.task;

import java.util.List;
import org.himaye.accesslog.RecentRefusals;
import org.himaye.organisation.AccountNote;

/**
 * The start page of one person.
 *
 * @param counts of everything, also of what the lists leave out
 * @param due the most urgent deadlines that the caller can meet, at most {@link MyDayService#ROWS}
 * @param others deadlines of the same cases that wait for another's step, at most {@link MyDayService#ROWS}
 * @param waiting what waits for the caller, the most urgent first, at most {@link MyDayService#ROWS}
 * @param sent the last referrals of this account, newest first, at most {@link MyDayService#ROWS}
 * @param notes what was done to the caller's own way in and is not read yet
 * @param urgent emergency accesses that the caller is told of, the newest first, at most {@link MyDayService#ROWS}
 * @param refusals for who reads the access log, else null
 */
public record MyDay(
        Counts counts,
        List<Due> due,
        List<Due> others,
        List<Waiting> waiting,
        List<SentReferral> sent,
        List<AccountNote> notes,
        List<UrgentNotice> urgent,
        RecentRefusals refusals) {

    /** A list of the page that can be asked for whole. */
    public enum Part {
        DUE,
        OTHERS,
        WAITING
    }

    /** The own deadlines of one count. */
    public enum Until {
        LATE,
        TODAY,
        WEEK
    }

    /**
     * @param late own deadlines that have passed
     * @param today own deadlines that end today
     * @param week own deadlines that end within seven days, today's included
     * @param others deadlines that wait for another
     */
    public record Counts(int late, int today, int week, int others, int waiting) {}

    /** True when nothing is due and nothing waits. */
    public boolean nothing() {
        return due.isEmpty()
                && others.isEmpty()
                && waiting.isEmpty()
                && sent.isEmpty()
                && urgent.isEmpty()
                && refusals == null;
    }
}

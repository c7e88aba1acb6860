package org.himaye.unusual;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.himaye.accesslog.LoggedDay;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.LogUnavailable;
import org.himaye.confidentiality.Permission;
import org.himaye.search.SearchNotReady;

/**
 * Looks each hour whether a day of the log waits to be gone over: each night the day before, and after a standstill every day that was missed. It
 * begins when the day is over and sealed.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class UnusualRound {

    private static final Logger LOG = System.getLogger(UnusualRound.class.getName());

    /** Days of one round; the rest waits for the next hour. */
    private static final int MOST_DAYS = 31;

    @Inject
    private UnusualService service;

    @Inject
    private UnusualDays days;

    @Inject
    private UnusualFinder finder;

    @Inject
    private LoggedDay log;

    @Inject
    private CurrentCaller currentCaller;

    @Schedule(hour = "*", minute = "41", persistent = false)
    public void look() {
        currentCaller.enter(Caller.machine("unusual", Permission.UNUSUAL_FIND));
        try {
            for (int i = 0; i < MOST_DAYS; i++) {
                Optional<LocalDate> next = days.next().filter(log::sealed);
                if (next.isEmpty()) {
                    return;
                }
                lookAt(next.get());
            }
        } catch (LogUnavailable | SearchNotReady later) {
            LOG.log(Level.WARNING, "days of the log wait to be looked at: {0}", later.toString());
        } catch (RuntimeException fault) {
            // Of what happened only the kind: a message may hold what was read. The day is tried again each hour.
            LOG.log(
                    Level.ERROR,
                    "a day of the log cannot be looked at, and those after it wait: {0}",
                    fault.getClass());
        }
    }

    /**
     * Goes over one day, whether or not it was looked at before: what was found stays found once.
     *
     * @return how much was found that was not known
     */
    public int lookAt(LocalDate day) {
        List<Unusual> found = finder.find(day, days.terms());
        return service.keep(day, found);
    }
}

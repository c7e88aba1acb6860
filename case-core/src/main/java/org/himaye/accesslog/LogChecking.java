package org.himaye.accesslog;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;
import org.himaye.confidentiality.LogUnavailable;
import org.himaye.shared.BusinessClock;

/**
 * Once a night the events of the last day, those that no check found sound since, and a part of all the others in turn are held against their
 * seals; what came of it is an event, stands on the desk, and is told by health.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class LogChecking {

    private static final Logger LOG = System.getLogger(LogChecking.class.getName());

    @Resource(lookup = "jdbc/himaye-log-reader")
    private DataSource reader;

    @Inject
    private MachineRecord events;

    @Inject
    private BusinessClock clock;

    /** Null after a start, until the log was asked. */
    private volatile Boolean sound;

    /** False from a check that found something until one that did not, whatever was started anew meanwhile, and while nobody can tell. */
    public boolean sound() {
        try {
            if (sound == null) {
                sound = new OwnCheck(reader).sound();
            }
            return sound;
        } catch (LogUnavailable away) {
            return false;
        }
    }

    @Schedule(hour = "3", minute = "17", persistent = false)
    public void check() {
        try {
            OwnCheck.Found found = new OwnCheck(reader).again(clock.instant());
            sound = found.sound();
            if (!found.sound()) {
                LOG.log(
                        Level.ERROR,
                        "event {0} of the log is not what was sealed. See docs/operations.md",
                        String.valueOf(found.number()));
            }
            events.checked(found);
        } catch (LogUnavailable away) {
            LOG.log(Level.WARNING, "the log was not checked: {0}", away.toString());
        }
    }
}

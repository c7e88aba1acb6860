package org.himaye.accesslog;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.himaye.confidentiality.AccessReason;

/**
 * Makes the log's partitions for the months to come, each night and when the server starts, because one that stands still over the
 * turn of a month has no night; and forgets checkpoints of which nobody needs all. What is kept is the last of each day and what a
 * witness has signed.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class LogMonths {

    private static final Logger LOG = System.getLogger(LogMonths.class.getName());

    private static final String MAKE = "select himaye.make_log_months()";

    private static final String THIN = "select himaye.thin_log_checkpoints()";

    /** A row that fell into the default partitions leaves them no more, so their size tells. */
    private static final String SOUND = "select pg_relation_size('himaye.access_event_default') = 0"
            + " and pg_relation_size('himaye.access_event_case_default') = 0, (select count(*) = 2"
            + " from unnest(array['access_event_', 'access_event_case_']) name"
            + " where to_regclass('himaye.' || name || to_char(now() + interval '1 month', 'YYYY_MM')) is not null)";

    @Resource(lookup = "jdbc/himaye")
    private DataSource application;

    @Resource(lookup = "jdbc/himaye-log-sealer")
    private DataSource sealer;

    @Inject
    private MachineRecord events;

    /** Whether the log has its place. */
    public enum Place {
        READY,
        /** Events stand in the partition for what fits nowhere. */
        OVERFLOWN,
        /** Next month has none yet. */
        MISSING
    }

    @PostConstruct
    void begin() {
        prepare();
    }

    @Schedule(hour = "2", minute = "47", persistent = false)
    public void prepare() {
        try (Connection connection = application.getConnection();
                Statement make = connection.createStatement();
                ResultSet made = make.executeQuery(MAKE)) {
            made.next();
            if (made.getInt(1) > 0) {
                events.did(MachineRecord.Did.MONTHS_MADE);
            }
            demandAll(make);
        } catch (SQLException e) {
            LOG.log(Level.ERROR, "the log's next months have no place: {0}", e.getMessage());
            events.failed(MachineRecord.Did.MONTHS_MADE, AccessReason.FAULT);
        }
        try (Connection connection = sealer.getConnection();
                Statement thin = connection.createStatement()) {
            thin.execute(THIN);
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "old checkpoints stay: {0}", e.getMessage());
        }
    }

    /** A month that could not be made is a warning, so that the others are made. */
    private static void demandAll(Statement make) throws SQLException {
        if (make.getWarnings() != null) {
            throw make.getWarnings();
        }
    }

    /** Of a database that is away it is missing. */
    public Place place() {
        try (Connection connection = sealer.getConnection();
                Statement ask = connection.createStatement();
                ResultSet row = ask.executeQuery(SOUND)) {
            row.next();
            return row.getBoolean(2) ? row.getBoolean(1) ? Place.READY : Place.OVERFLOWN : Place.MISSING;
        } catch (SQLException e) {
            return Place.MISSING;
        }
    }
}

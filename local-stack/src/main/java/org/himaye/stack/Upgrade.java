package org.himaye.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import org.himaye.accesslog.LogAcceptance;
import org.himaye.keeping.Databases;
import org.himaye.keeping.KeepingProblem;
import org.himaye.keeping.LogTakeOver;
import org.himaye.migrations.Installation;

/**
 * Brings the database of an installation to this version. A log that was signed by a version that did not remember outside of the
 * database what it signed goes on from there, once: in the run that makes the change by which the versions differ.
 */
final class Upgrade {

    private static final String REMEMBERS =
            "select exists (select from public.databasechangelog where id = 'accesslog-0008-position-grows')";

    private final Database database;
    private final Places places;
    private final Progress progress;

    Upgrade(Database database, Places places, Progress progress) {
        this.database = database;
        this.places = places;
        this.progress = progress;
    }

    void run(Installation kind) throws SQLException, IOException {
        boolean remembered = remembers();
        database.migrate(kind);
        if (!remembered && !Files.exists(places.keys().resolve(LogAcceptance.FILE))) {
            takeLogOver();
        }
    }

    private boolean remembers() throws SQLException {
        try (Connection himaye = database.superuser(Databases.HIMAYE)) {
            return isTrue(himaye, "select to_regclass('public.databasechangelog') is not null")
                    && isTrue(himaye, REMEMBERS);
        }
    }

    /** A log that is no tree keeps nobody from working: it is not signed, and the server says so. */
    private void takeLogOver() throws SQLException {
        try (Connection himaye = database.keeper(Databases.HIMAYE)) {
            if (isTrue(himaye, "select exists (select from himaye.log_checkpoint)")) {
                LogTakeOver.record(himaye, places.keys(), "keeping.keys");
            }
        } catch (KeepingProblem broken) {
            progress.line(broken.getMessage());
        }
    }

    private static boolean isTrue(Connection connection, String sql) throws SQLException {
        try (var ask = connection.createStatement();
                var row = ask.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}

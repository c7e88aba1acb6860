package org.himaye.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.himaye.migrations.Installation;

/** A PostgreSQL with the schema of this source and a key-encryption key, for tests of other packages. */
public final class MigratedDatabase implements AutoCloseable {

    private final Places places;
    private final Database database;

    /** @param var a folder that is not there yet */
    public MigratedDatabase(Path var) throws Exception {
        places = SmallDatabase.places(var);
        database = SmallDatabase.in(places, SmallDatabase.ports());
        new Keys(places).makeMissing(false);
        database.start();
        database.migrate(Installation.DEMO);
    }

    public Path keys() {
        return places.keys();
    }

    public Connection superuser() throws SQLException {
        return database.superuser("himaye");
    }

    /** Where {@link #superuser} connects, for a process of its own. */
    public String superuserUrl() throws IOException {
        return database.url("himaye") + "?user=postgres&password="
                + Secrets.load(places.secrets(), false).of(Secrets.POSTGRES);
    }

    /** Ends its processes without asking, and begins again. */
    public void killAndStart() throws IOException, SQLException {
        database.kill();
        database.start();
    }

    @Override
    public void close() {
        database.stop();
    }
}

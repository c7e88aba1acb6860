package org.himaye.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.himaye.migrations.Installation;
import org.himaye.migrations.MigrationException;
import org.himaye.migrations.Migrations;
import org.himaye.migrations.Release;

/** PostgreSQL with its data in var/: durable, on loopback, every role with a password. */
final class Database {

    static final String DATA = "data";
    private static final String SUPERUSER = "postgres";
    private static final String NAME = "himaye";
    private static final String KEYCLOAK = "keycloak";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Nothing of a statement's values reaches the log; the texts of statements are collected for whoever looks for slow ones. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            // PostgreSQL's own 128 MB throw a page out for each event as soon as the log's indexes are larger, and a checkpoint for
            // each gigabyte writes their pages whole again. Memory is taken as it is used.
            Map.entry("shared_buffers", "512MB"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("timezone", "UTC"),
            Map.entry("shared_preload_libraries", "pg_stat_statements"),
            // A role's password stands in the text of the statement that sets it.
            Map.entry("pg_stat_statements.track_utility", "off"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_parameter_max_length", "0"),
            Map.entry("log_parameter_max_length_on_error", "0"));

    private final Places places;
    private final Ports ports;
    private final Addresses addresses;
    private final Secrets secrets;
    private final Path data;
    private final Path complete;
    private EmbeddedPostgres server;

    Database(Places places, Addresses addresses, Secrets secrets) {
        this.places = places;
        this.addresses = addresses;
        this.ports = addresses.ports();
        this.secrets = secrets;
        this.data = places.postgres().resolve(DATA);
        this.complete = complete(places);
    }

    private static Path complete(Places places) {
        return places.postgres().resolve("complete");
    }

    /** Whether a first start came to its end; before that the folder can hold nothing worth keeping. */
    static boolean exists(Places places) {
        return Files.exists(complete(places));
    }

    synchronized void start() throws IOException, SQLException {
        demandRunnable();
        boolean first = !exists(places);
        if (first) {
            Places.delete(data);
        }
        var builder = EmbeddedPostgres.builder()
                .setPort(ports.postgres())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                // Never a parent of the data: the library removes stale folders below its working directory.
                .setOverrideWorkingDirectory(
                        places.servers().resolve("postgresql").toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", secrets.of(Secrets.POSTGRES))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        places.log().resolve("postgresql.log").toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                        places.log().resolve("postgresql.log").toFile()));
        SETTINGS.forEach(builder::setServerConfig);
        addresses
                .certificates()
                .ifPresent(certificates -> builder.setServerConfig("ssl", "on")
                        .setServerConfig(
                                "ssl_cert_file", certificates.certificate().toString())
                        .setServerConfig("ssl_key_file", certificates.key().toString())
                        .setServerConfig("ssl_min_protocol_version", "TLSv1.3"));
        try {
            server = builder.start();
        } catch (IOException | IllegalStateException e) {
            throw new StackProblem(
                    "PostgreSQL did not start: see " + places.log().resolve("postgresql.log"), e);
        }
        if (first) {
            initialise();
            Files.writeString(complete, Versions.postgresMajor() + "\n");
        }
    }

    private void demandRunnable() throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (exists(places)) {
            if (!Files.exists(version)) {
                throw new StackProblem(
                        data + " lost its files: put a backup back, or begin anew with ./himaye run --fresh");
            }
            String found = Files.readString(version).strip();
            if (!found.equals(Versions.postgresMajor())) {
                throw new StackProblem("The data in " + data + " was written by PostgreSQL " + found + ", this is "
                        + Versions.postgresMajor()
                        + ": back up with the old version and restore here, or begin anew with"
                        + " ./himaye run --fresh (this deletes the data)");
            }
        }
    }

    private void initialise() throws SQLException, IOException {
        try (Connection connection = superuser(SUPERUSER);
                var statement = connection.createStatement()) {
            statement.execute(script("roles.sql"));
            statement.execute(
                    "create role " + KEYCLOAK + " login password '" + secrets.of(Secrets.KEYCLOAK_DATABASE) + "'");
            // An open transaction of Keycloak would hold back the sealing of the access log, which looks at the oldest
            // one.
            statement.execute("alter role " + KEYCLOAK + " set idle_in_transaction_session_timeout = '60s'");
            statement.execute("alter role " + SUPERUSER + " password '" + secrets.of(Secrets.POSTGRES) + "'");
            statement.execute("create database " + NAME + " owner himaye_owner");
            statement.execute("create database " + KEYCLOAK + " owner " + KEYCLOAK);
            statement.execute("revoke all on database " + KEYCLOAK + " from public");
            statement.execute("revoke all on database " + SUPERUSER + " from public");
        }
        Files.writeString(
                data.resolve("pg_hba.conf"),
                (addresses.certificates().isPresent() ? "hostssl" : "host") + " all all 127.0.0.1/32 scram-sha-256\n");
        try (Connection connection = superuser(NAME);
                var statement = connection.createStatement()) {
            statement.execute("select pg_reload_conf()");
        }
    }

    /** The login roles as this version knows them: an earlier one may have made the cluster without the newest. */
    void letRolesIn() throws SQLException, IOException {
        try (Connection connection = superuser(NAME);
                var statement = connection.createStatement()) {
            statement.execute(script("roles.sql"));
            for (String role :
                    new String[] {Secrets.APP, Secrets.LOG_READER, Secrets.LOG_SEALER, Secrets.MIGRATOR, Secrets.KEEPER
                    }) {
                statement.execute("alter role " + role + " password '" + secrets.of(role) + "'");
            }
            statement.execute(script("database.sql"));
            statement.execute("grant connect on database " + KEYCLOAK + " to " + Secrets.KEEPER);
        }
    }

    private static String script(String name) throws IOException {
        try (var in = Migrations.class.getResourceAsStream("/db/bootstrap/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    void migrate(Installation installation) throws SQLException, IOException {
        migrate(installation, migrations -> migrations.run(installation));
    }

    /** To the state of an earlier release, from which an upgrade can be tried. */
    void migrate(Installation installation, Release release) throws SQLException, IOException {
        migrate(installation, migrations -> migrations.run(installation, release));
    }

    @FunctionalInterface
    private interface Step {
        void on(Migrations migrations) throws MigrationException;
    }

    private void migrate(Installation installation, Step step) throws SQLException, IOException {
        letRolesIn();
        var migrations = migrations(NAME);
        var present = migrations.installation();
        if (present.isPresent() && present.get() != installation) {
            throw new StackProblem(
                    "This database is marked " + present.get().name().toLowerCase(Locale.ROOT)
                            + " and that cannot change: "
                            + (installation == Installation.DEMO ? "add --no-demo" : "leave out --no-demo")
                            + ", or choose another folder with HIMAYE_VAR=/path");
        }
        try {
            step.on(migrations);
        } catch (MigrationException e) {
            throw new StackProblem("A migration failed and was undone: " + e.getMessage(), e);
        }
        tellContextKey();
    }

    /** An earlier release has no place for it. */
    private void tellContextKey() throws SQLException, IOException {
        try (Connection owner = DriverManager.getConnection(url(NAME), Secrets.MIGRATOR, secrets.of(Secrets.MIGRATOR));
                var statement = owner.createStatement();
                var place = statement.executeQuery("select to_regclass('himaye.context_key') is not null")) {
            place.next();
            if (place.getBoolean(1)) {
                ContextKey.of(places).tell(owner);
            }
        }
    }

    Migrations migrations(String database) {
        return new Migrations(url(database), Secrets.MIGRATOR, secrets.of(Secrets.MIGRATOR));
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, secrets.of(Secrets.POSTGRES));
    }

    /** A connection that may read everything and change nothing, for a backup. */
    Connection keeper(String database) throws SQLException {
        return DriverManager.getConnection(url(database), Secrets.KEEPER, secrets.of(Secrets.KEEPER));
    }

    String url(String database) {
        return addresses.database(database, Map.of());
    }

    /** Ends every process of it without asking, as a fault of the machine would. */
    synchronized void kill() throws IOException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        ProcessHandle parent = ProcessHandle.of(postmaster).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(parent), parent.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
        // What the library holds of it: it finds nothing to stop.
        server.close();
        server = null;
    }

    synchronized void stop() {
        if (server == null) {
            return;
        }
        try {
            server.close();
            awaitEnd();
        } catch (IOException e) {
            throw new StackProblem(
                    "PostgreSQL did not stop: see " + places.log().resolve("postgresql.log"), e);
        } finally {
            server = null;
        }
    }

    /** The library waits five seconds only; a busy disk needs longer to write everything down, and the next start must find it done. */
    private void awaitEnd() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Files.exists(data.resolve("postmaster.pid"))) {
            if (System.nanoTime() > end) {
                throw new IOException("still running after " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}

package org.himaye.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.TreeMap;
import org.himaye.accesslog.LogExport;
import org.himaye.keeping.Backup;
import org.himaye.keeping.Databases;
import org.himaye.keeping.LogFolder;
import org.himaye.keeping.LogTakeOver;
import org.himaye.keeping.Manifest;
import org.himaye.keeping.Origin;
import org.himaye.keeping.Restore;
import org.himaye.keeping.ThisVersion;
import org.himaye.migrations.Installation;
import org.himaye.migrations.Migrations;

/** {@code ./himaye backup}, {@code restore}, {@code export-log} and {@code accept-log} for the installation of one folder of state. */
final class Keeper {

    private final Places places;
    private final Ports ports;
    private final Progress progress;

    Keeper(Places places, Ports ports, Progress progress) {
        this.places = places;
        this.ports = ports;
        this.progress = progress;
    }

    /**
     * Copies the installation while it runs; one that is stopped is started as far as needed.
     *
     * @param running whether its servers run
     */
    Manifest backup(Path target, Path keys, boolean running) throws IOException, SQLException {
        if (!Database.exists(places)) {
            throw new StackProblem("Nothing is stored in " + places.var() + " yet: there is nothing to back up");
        }
        Secrets secrets = Secrets.load(places.secrets(), false);
        Addresses addresses = addresses(Settings.read(places), secrets);
        return with(
                new Database(places, addresses, secrets),
                running,
                database -> new Backup(origin(database, addresses, secrets), target, keys).make());
    }

    /**
     * Exports the access log for whoever checks it.
     *
     * @param running whether the installation's servers run
     */
    LogExport.Done exportLog(Path target, boolean running) throws IOException, SQLException {
        if (!Database.exists(places)) {
            throw new StackProblem("Nothing is stored in " + places.var() + " yet: there is no log");
        }
        Secrets secrets = Secrets.load(places.secrets(), false);
        return with(new Database(places, addresses(Settings.read(places), secrets), secrets), running, database -> {
            try (Connection himaye = database.keeper(Databases.HIMAYE)) {
                return new LogFolder(places.var(), target).make(himaye);
            }
        });
    }

    /**
     * Takes the log as the database holds it for the one that was signed: an event says so.
     *
     * @return how many entries
     */
    long acceptLog(boolean running) throws IOException, SQLException {
        if (!Database.exists(places)) {
            throw new StackProblem("Nothing is stored in " + places.var() + " yet: there is no log");
        }
        Secrets secrets = Secrets.load(places.secrets(), false);
        return with(new Database(places, addresses(Settings.read(places), secrets), secrets), running, database -> {
            try (Connection himaye = database.keeper(Databases.HIMAYE)) {
                return LogTakeOver.record(himaye, places.keys(), "keeping.keys");
            }
        });
    }

    private interface Work<T> {
        T with(Database database) throws IOException, SQLException;
    }

    private <T> T with(Database database, boolean running, Work<T> work) throws IOException, SQLException {
        if (running && Ports.isFree(ports.postgres())) {
            throw new StackProblem("The stack on " + places.var() + " does not answer at port " + ports.postgres()
                    + ": give the same HIMAYE_PORT_OFFSET with which it was started");
        }
        if (!running) {
            demandFree();
            database.start();
        }
        try {
            return work.with(database);
        } finally {
            database.stop();
        }
    }

    private void demandFree() {
        if (!Ports.isFree(ports.postgres())) {
            throw new StackProblem("Port " + ports.postgres() + " (needed for PostgreSQL) is used by another program:"
                    + " choose other ports with HIMAYE_PORT_OFFSET=" + (ports.offset() + 10));
        }
    }

    private Origin origin(Database database, Addresses addresses, Secrets secrets) throws IOException {
        var kept = new TreeMap<String, String>();
        kept.put(Secrets.KEYCLOAK_ADMIN, secrets.of(Secrets.KEYCLOAK_ADMIN));
        return new Origin(
                database::keeper,
                places.var(),
                places.keys(),
                kept,
                addresses.web(),
                Hash.mark(KeycloakServer.imported(places)),
                Versions.all());
    }

    private Addresses addresses(Settings settings, Secrets secrets) throws IOException {
        try {
            return Addresses.of(settings, ports, places, secrets);
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificates in " + places.tls() + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Verifies all, then makes the installation in this folder, which must hold none; whole or not at all. */
    Restore restore(Path folder, Path keys, boolean oldKeys, boolean tls) throws Exception {
        demandNone();
        var here = new ThisVersion(Migrations.files(), Versions.all());
        try (Restore restore = Restore.verified(folder, keys, here, Instant.now(), oldKeys)) {
            progress.say("Backup is whole and its keys fit");
            demandFree();
            places.prepare();
            Files.writeString(places.unfinishedRestore(), restore.manifest().id() + "\n");
            try {
                make(restore, tls);
            } catch (Exception e) {
                places.forget();
                Files.deleteIfExists(places.unfinishedRestore());
                throw e;
            }
            Files.delete(places.unfinishedRestore());
            return restore;
        }
    }

    private void demandNone() throws IOException {
        if (Files.exists(places.unfinishedRestore())) {
            places.forget();
            Files.delete(places.unfinishedRestore());
        }
        for (Path sign : new Path[] {
            places.installation(),
            places.postgres().resolve(Database.DATA),
            places.keys().resolve("kek.json"),
            places.keys().resolve("pkcs11.properties")
        }) {
            if (Files.exists(sign)) {
                throw new StackProblem(
                        places.var()
                                + " holds an installation already: choose an empty folder with HIMAYE_VAR=/path, or move that one away");
            }
        }
    }

    private void make(Restore restore, boolean tls) throws Exception {
        for (String name : restore.keyFiles()) {
            PrivateFile.write(places.keys().resolve(name), restore.keyFile(name), "r--------");
        }
        Secrets.begin(places.secrets(), restore.secrets());
        Installation kind = Installation.valueOf(restore.manifest().kind().toUpperCase(Locale.ROOT));
        var settings = Settings.wanted(kind, tls);
        settings.write(places);
        Secrets secrets = Secrets.load(places.secrets(), true);
        Addresses addresses = addresses(settings, secrets);
        var database = new Database(places, addresses, secrets);
        progress.step("PostgreSQL runs", () -> {
            database.start();
            return null;
        });
        try {
            database.letRolesIn();
            for (String each : new String[] {Databases.HIMAYE, Databases.KEYCLOAK}) {
                progress.step("Database " + each + " is as it was copied", () -> {
                    try (Connection connection = database.superuser(each)) {
                        restore.database(each, connection);
                    }
                    return null;
                });
            }
            progress.step("Schema is up to date", () -> {
                database.migrate(kind);
                return null;
            });
            restore.settle(database::superuser, addresses.web(), places.keys());
        } finally {
            database.stop();
        }
        if (!restore.manifest().realm().isEmpty()) {
            Files.writeString(
                    KeycloakServer.imported(places), restore.manifest().realm());
        }
    }
}

package org.himaye.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What a killed launcher left behind: ends it, and only it. */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Places places;

    Leftovers(Places places) {
        this.places = places;
    }

    void end(Progress progress) throws IOException {
        for (String name : new String[] {PayaraServer.NAME, KeycloakServer.NAME}) {
            Path file = places.run().resolve(name + ".pid");
            ProcessIdentity.read(file).filter(ProcessIdentity::isAlive).ifPresent(identity -> {
                progress.say("Ending " + name + " of an earlier run that was killed (process " + identity.pid() + ")");
                identity.end(PATIENCE);
            });
            Files.deleteIfExists(file);
        }
        postmaster().ifPresent(identity -> {
            progress.say("Ending PostgreSQL of an earlier run that was killed (process " + identity.pid() + ")");
            identity.interrupt();
            identity.end(PATIENCE);
        });
    }

    /** The postmaster that serves our data folder, known by the folder on its command line. */
    private Optional<ProcessIdentity> postmaster() {
        Path data = places.postgres().resolve(Database.DATA);
        Path file = data.resolve("postmaster.pid");
        try {
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            String command = Files.readString(Path.of("/proc/" + pid + "/cmdline"));
            return command.contains(data.toString()) ? ProcessIdentity.of(pid) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}

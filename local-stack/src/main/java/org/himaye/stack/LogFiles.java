package org.himaye.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The servers' logs, kept from filling the disk. A file that has grown is copied aside and begun anew in place, because its server
 * goes on appending to it whether this launcher lives or not; a line written in between may be lost.
 */
final class LogFiles {

    static final int KEPT = 5;

    private final Path folder;
    private final long most;

    /** @param most bytes after which a file is begun anew */
    LogFiles(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    void turn() throws IOException {
        List<Path> logs;
        try (Stream<Path> all = Files.list(folder)) {
            logs = all.filter(file -> file.getFileName().toString().endsWith(".log"))
                    .toList();
        }
        for (Path log : logs) {
            if (Files.size(log) > most) {
                turn(log);
            }
        }
    }

    private static void turn(Path log) throws IOException {
        for (int age = KEPT - 1; age >= 1; age--) {
            if (Files.exists(aged(log, age))) {
                Files.move(aged(log, age), aged(log, age + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.copy(log, aged(log, 1), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
            file.truncate(0);
        }
    }

    /** Age 1 is the newest of the past. */
    static Path aged(Path log, int age) {
        return log.resolveSibling(log.getFileName() + "." + age);
    }
}

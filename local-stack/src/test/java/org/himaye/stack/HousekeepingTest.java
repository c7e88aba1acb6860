package org.himaye.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HousekeepingTest {

    private static final long GIBI = 1024L * 1024 * 1024;

    @TempDir
    Path folder;

    /** The server goes on writing into the file that it opened at its start. */
    @Test
    void aLogThatGrowsIsBegunAnewUnderItsServerAndFiveOfThePastAreKept() throws IOException {
        Path log = folder.resolve("payara.log");
        var logs = new LogFiles(folder, 10);
        try (var server = new FileOutputStream(log.toFile(), true)) {
            for (int i = 0; i < 9; i++) {
                server.write(("line %d of the server\n".formatted(i)).getBytes(StandardCharsets.UTF_8));
                logs.turn();
                logs.turn();
            }
            server.write("last".getBytes(StandardCharsets.UTF_8));
        }

        assertEquals("last", Files.readString(log));
        List<String> kept = new ArrayList<>();
        for (int age = 1; age <= LogFiles.KEPT; age++) {
            kept.add(Files.readString(LogFiles.aged(log, age)).strip());
        }
        assertEquals(
                List.of(
                        "line 8 of the server",
                        "line 7 of the server",
                        "line 6 of the server",
                        "line 5 of the server",
                        "line 4 of the server"),
                kept);
        try (var all = Files.list(folder)) {
            assertEquals(1 + LogFiles.KEPT, all.count());
        }
    }

    @Test
    void aDiskThatFillsIsToldOnceAndAgainWhenItFillsAnew() throws IOException {
        Path heard = folder.resolve("heard");
        Path alarm = Files.writeString(folder.resolve("alarm"), "#!/bin/sh\necho \"$1\" >>" + heard + "\n");
        Files.setPosixFilePermissions(alarm, PosixFilePermissions.fromString("rwx------"));
        var free = new AtomicLong(5 * GIBI);
        var said = new ByteArrayOutputStream();
        try (var housekeeping = new Housekeeping(
                new LogFiles(folder, GIBI),
                "/srv/himaye",
                free::get,
                alarm.toString(),
                new Progress(new PrintStream(said, true, StandardCharsets.UTF_8)))) {
            housekeeping.look();
            assertFalse(Files.exists(heard));
            free.set(GIBI);
            housekeeping.look();
            housekeeping.look();
            free.set(5 * GIBI);
            housekeeping.look();
            free.set(GIBI / 2);
            housekeeping.look();
        }

        List<String> lines = Files.readAllLines(heard);
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(lines.getFirst().contains("1024 MB are left on the disk of /srv/himaye"), lines.getFirst());
        assertTrue(lines.getLast().contains("512 MB"), lines.getLast());
        assertEquals(lines, said.toString(StandardCharsets.UTF_8).lines().toList());
    }
}

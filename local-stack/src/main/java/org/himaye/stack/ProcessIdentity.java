package org.himaye.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One process and no other: numbers are given again, the tick of its start since this boot is not.
 *
 * @param pid its number
 * @param started the kernel's start tick
 * @param boot the boot in which the tick counts
 */
record ProcessIdentity(long pid, String started, String boot) {

    private static final String ENDED = "Z";
    private static final int START_FIELD_AFTER_NAME = 19;

    static Optional<ProcessIdentity> of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            String boot =
                    Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            return Optional.of(new ProcessIdentity(pid, afterName[START_FIELD_AFTER_NAME], boot));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<ProcessIdentity> read(Path file) {
        try {
            String[] words = Files.readString(file).strip().split(" ");
            return words.length == 3
                    ? Optional.of(new ProcessIdentity(Long.parseLong(words[0]), words[1], words[2]))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void write(Path file) {
        try {
            PrivateFile.write(file, pid + " " + started + " " + boot + "\n", "rw-------");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return of(pid).filter(this::equals).isPresent()
                && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Asks it to end, waits, and ends it. */
    void end(Duration patience) {
        if (!isAlive()) {
            return;
        }
        ProcessHandle handle = ProcessHandle.of(pid).orElseThrow();
        handle.destroy();
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            handle.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The signal that PostgreSQL takes for "disconnect everyone and stop". */
    void interrupt() {
        try {
            new ProcessBuilder("kill", "-INT", String.valueOf(pid)).start().waitFor();
            for (int i = 0; i < 100 && isAlive(); i++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

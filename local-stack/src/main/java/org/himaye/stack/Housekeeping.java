package org.himaye.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Looks every minute after what would end a stack slowly: logs that grow and a disk that fills. PostgreSQL stops when it cannot
 * write, and then nothing can be recorded and so nothing may be shown.
 */
final class Housekeeping implements AutoCloseable {

    private static final long MEBI = 1024L * 1024;
    private static final long LOG_BYTES = 10 * MEBI;
    private static final long LEAST_BYTES = 2048 * MEBI;
    private static final Duration EACH = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LogFiles logs;
    private final LongSupplier free;
    private final String disk;
    private final String alarm;
    private final Progress progress;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private boolean told;

    /**
     * @param free bytes that are left
     * @param alarm a program that brings a sentence to a person, or empty
     */
    Housekeeping(LogFiles logs, String disk, LongSupplier free, String alarm, Progress progress) {
        this.logs = logs;
        this.disk = disk;
        this.free = free;
        this.alarm = alarm;
        this.progress = progress;
    }

    /** Of the folder of state, with the alarm that the environment names. */
    static Housekeeping of(Places places, Progress progress) {
        String alarm = System.getenv("HIMAYE_ALARM");
        return new Housekeeping(
                new LogFiles(places.log(), LOG_BYTES),
                places.var().toString(),
                () -> usable(places.var()),
                alarm == null ? "" : alarm.strip(),
                progress);
    }

    private static long usable(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    void begin() {
        clock.scheduleWithFixedDelay(this::look, 0, EACH.toSeconds(), TimeUnit.SECONDS);
    }

    void look() {
        try {
            logs.turn();
        } catch (IOException e) {
            progress.line("A log could not be begun anew: " + e.getMessage());
        }
        long left = free.getAsLong();
        if (left >= LEAST_BYTES) {
            told = false;
        } else if (!told) {
            told = true;
            tell("Himaye: only " + left / MEBI + " MB are left on the disk of " + disk
                    + ". Make room before it is full: then nobody can work.");
        }
    }

    private void tell(String sentence) {
        progress.line(sentence);
        if (alarm.isEmpty()) {
            return;
        }
        try {
            Process process = new ProcessBuilder(alarm, sentence)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            progress.line("The alarm " + alarm + " cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}

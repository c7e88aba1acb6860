package org.himaye.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server process of ours. A file remembers it, so that a later start can end it when this launcher was killed. */
final class Child {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final String name;
    private final Process process;
    private final Path pidFile;

    private Child(String name, Process process, Path pidFile) {
        this.name = name;
        this.process = process;
        this.pidFile = pidFile;
    }

    /** @param input what the process reads from its standard input, where secrets are not seen in the list of processes */
    static Child start(String name, List<String> command, Map<String, String> environment, String input, Places places)
            throws IOException {
        // Its own session: Ctrl-C at the terminal reaches the launcher alone, which then stops everything in order.
        var line = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            line.add("/usr/bin/setsid");
        }
        line.addAll(command);
        Path log = places.log().resolve(name + ".log");
        var builder = new ProcessBuilder(line)
                .directory(places.var().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        Path pidFile = places.run().resolve(name + ".pid");
        ProcessIdentity.of(process.pid()).ifPresent(identity -> identity.write(pidFile));
        try (var stdin = process.outputWriter()) {
            stdin.write(input);
        } catch (IOException e) {
            // It ended at once; whoever waits for it to become ready says so with its log.
        }
        return new Child(name, process, pidFile);
    }

    String name() {
        return name;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void onExit(Runnable action) {
        process.onExit().thenRun(action);
    }

    /** Without asking, as a fault of the machine would. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(pidFile);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

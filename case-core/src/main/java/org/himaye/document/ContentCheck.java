package org.himaye.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Checks a file in a process of its own, which has little memory, little time, no environment and no file: {@link CheckProgram}, enclosed by
 * {@link CheckSandbox}. It goes
 * there and comes back through pipes, so that nothing of it is on a disk.
 */
@ApplicationScoped
public class ContentCheck {

    /** A picture of as many points as are taken, twice. */
    private static final String MEMORY = "-Xmx448m";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A re-encoded picture can be larger than what came. */
    private static final int LARGEST = 64 * 1024 * 1024;

    /** What the program needs, each by one of its classes. */
    private static final List<String> NEEDED = List.of(
            "org/himaye/document/CheckProgram.class",
            "org/apache/pdfbox/Loader.class",
            "org/apache/pdfbox/io/IOUtils.class",
            "org/apache/fontbox/FontBoxFont.class",
            "org/apache/commons/logging/LogFactory.class",
            "org/slf4j/Logger.class");

    private volatile CheckSandbox sandbox;

    /** Each has a process of its own. */
    private final Semaphore atOnce = new Semaphore(2, true);

    /**
     * @return what is to be kept: a PDF as it came, a picture as another file
     * @throws DocumentRefused when it is not taken, or cannot be checked
     */
    byte[] check(DocumentType type, byte[] content) {
        if (!comesThrough()) {
            throw new DocumentRefused(DocumentProblem.BUSY);
        }
        try {
            return run(type, content);
        } catch (InterruptedIOException late) {
            throw new DocumentRefused(DocumentProblem.BUSY);
        } catch (IOException broken) {
            throw new DocumentRefused(DocumentProblem.UNREADABLE);
        } finally {
            atOnce.release();
        }
    }

    private boolean comesThrough() {
        try {
            return atOnce.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How much of a sandbox the system permits, for {@code GET /health/ready}; {@code unknown} while it was too busy to tell. */
    public String sandbox() {
        try {
            CheckSandbox known = sandbox == null ? enclosed() : sandbox;
            return known.name().toLowerCase(Locale.ROOT);
        } catch (InterruptedIOException late) {
            return "unknown";
        }
    }

    /** Found out once where it is whole; else again at each file, because less may have been the fault of a moment. */
    private CheckSandbox enclosed() throws InterruptedIOException {
        if (sandbox != CheckSandbox.CLOSED) {
            sandbox = CheckSandbox.here();
        }
        return sandbox;
    }

    private byte[] run(DocumentType type, byte[] content) throws IOException {
        List<String> places = places();
        List<String> readable = new ArrayList<>(places);
        readable.add(System.getProperty("java.home"));
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-XX:CompressedClassSpaceSize=48m",
                "-XX:ReservedCodeCacheSize=48m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                // Neither counters nor what a crash leaves: it would hold what is checked.
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-Djava.awt.headless=true",
                "-cp",
                String.join(System.getProperty("path.separator"), places),
                CheckProgram.class.getName(),
                type.name());
        ProcessBuilder program = new ProcessBuilder(enclosed().command(readable, java))
                .directory(new File(CheckSandbox.EmptyFolder.path()));
        program.environment().clear();
        Process running = program.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Thread.ofVirtual().start(() -> send(running, content));
        Thread.ofVirtual().start(() -> endInTime(running));
        try (InputStream answer = running.getInputStream()) {
            int ended = answer.read();
            if (ended > 0 && ended <= DocumentProblem.values().length) {
                throw new DocumentRefused(DocumentProblem.values()[ended - 1]);
            }
            byte[] kept = answer.readNBytes(LARGEST);
            if (ended != 0 || kept.length == 0 || !endedWell(running)) {
                throw new DocumentRefused(DocumentProblem.UNREADABLE);
            }
            return kept;
        } finally {
            running.destroyForcibly();
        }
    }

    private static void send(Process to, byte[] content) {
        try (OutputStream in = to.getOutputStream()) {
            in.write(content);
        } catch (IOException gone) {
            // It ended before it had read all: how, it has said itself, or nothing.
        }
    }

    private static void endInTime(Process running) {
        try {
            if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean endedWell(Process ending) {
        try {
            return ending.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) && ending.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> places() {
        return NEEDED.stream().flatMap(ContentCheck::place).distinct().toList();
    }

    /** Of the archive or the folder that holds the class. */
    private static Stream<String> place(String file) {
        var found = ContentCheck.class.getClassLoader().getResource(file);
        if (found == null) {
            throw new IllegalStateException("not in the application: " + file);
        }
        String text = found.toString();
        String archive = text.startsWith("jar:")
                ? text.substring("jar:".length(), text.indexOf("!/"))
                : text.substring(0, text.length() - file.length());
        return Stream.of(Path.of(URI.create(archive)).toString());
    }
}

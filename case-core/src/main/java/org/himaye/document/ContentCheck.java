package org.himaye.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks a file in a process of its own, which has little memory, little time, no environment and no file: {@link CheckProgram}. It goes
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

    private static byte[] run(DocumentType type, byte[] content) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                // Neither counters nor what a crash leaves: it would hold what is checked.
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-Djava.awt.headless=true",
                "-cp",
                classPath(),
                CheckProgram.class.getName(),
                type.name());
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

    private static String classPath() {
        return NEEDED.stream()
                .flatMap(ContentCheck::place)
                .distinct()
                .collect(Collectors.joining(System.getProperty("path.separator")));
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

package org.himaye.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.AssertionFailedError;

/** What a measure says: lines for people, each with its target, kept in a file that {@code ./himaye bench} prints. A missed target fails. */
public final class Figures {

    /** Where a run keeps them, seen from this module. */
    public static final Path FOLDER = Path.of("target/figures");

    private final Path file;
    private final List<String> missed = new ArrayList<>();

    /** @param name of the file, whose lines are begun anew */
    public Figures(String name) {
        this(FOLDER, name);
    }

    /** As {@link #Figures(String)}, from inside the server, which works in another folder. */
    public Figures(Path folder, String name) {
        this.file = folder.resolve(name + ".txt");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A figure without a target. */
    public void tell(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A figure with its target in words. */
    public void require(boolean met, String figure, String target) {
        String line = (met ? "met     " : "MISSED  ") + figure + "; target: " + target;
        tell(line);
        if (!met) {
            missed.add(line);
        }
    }

    /** At the end of a measure. */
    public void demandAllMet() {
        if (!missed.isEmpty()) {
            throw new AssertionFailedError(String.join("\n", missed));
        }
    }
}

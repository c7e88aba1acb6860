package org.himaye.verifier.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** An exported log on the disk. Reads no file further than it may be long. */
record LogFolder(Path path) {

    /** The bytes, one more than {@code most} when there are more; empty when there is no such file. */
    Optional<byte[]> read(String name, int most) {
        Path file = path.resolve(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(most + 1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String name) {
        return Files.isRegularFile(path.resolve(name));
    }
}

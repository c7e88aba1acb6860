package org.himaye.verifier.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/** An exported log on the disk. Reads no file further than it may be long. */
record LogFolder(Path path) {

    /** The bytes, one more than {@code most} when there are more; empty when there is no such file. */
    Optional<byte[]> read(String name, int most) {
        try (FileChannel in = FileChannel.open(path.resolve(name), StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(in.size(), most + 1L));
            while (bytes.hasRemaining() && in.read(bytes) >= 0) {
                // Reads on.
            }
            return Optional.of(bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads into the begin of {@code bytes}, no further than there is place.
     *
     * @return how many bytes; -1 when there is no such file
     */
    int read(String name, byte[] bytes) {
        try (FileChannel in = FileChannel.open(path.resolve(name), StandardOpenOption.READ)) {
            ByteBuffer into = ByteBuffer.wrap(bytes, 0, (int) Math.min(in.size(), bytes.length));
            while (into.hasRemaining() && in.read(into) >= 0) {
                // Reads on.
            }
            return into.position();
        } catch (NoSuchFileException e) {
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String name) {
        return Files.isRegularFile(path.resolve(name));
    }
}

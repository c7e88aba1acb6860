package org.himaye.accesslog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** Writes small files that are there whole and on the disk when a method returns, or not at all; their owner alone reads them. */
final class WholeFile {

    private static final String HALF = ".half";

    private WholeFile() {}

    /** In place of the one that is there. */
    static void replace(Path file, String text) throws IOException {
        Path half = half(file);
        try {
            write(half, text);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
        sync(file.getParent());
    }

    /** @return false when there was one already, which stays */
    static boolean first(Path file, String text) throws IOException {
        Path half = half(file);
        try {
            write(half, text);
            Files.createLink(file, half);
        } catch (FileAlreadyExistsException there) {
            return false;
        } finally {
            Files.deleteIfExists(half);
        }
        sync(file.getParent());
        return true;
    }

    private static Path half(Path file) {
        return file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + HALF);
    }

    private static void write(Path half, String text) throws IOException {
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel out = FileChannel.open(half, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("r--------"));
    }

    /** The name is on the disk too. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}

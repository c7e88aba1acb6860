package org.himaye.verifier.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files of the witness: on the disk before the next step, and on systems that know it readable by their owner only. */
final class OwnFile {

    private OwnFile() {}

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** @param permissions as {@code r--------} */
    static void create(Path file, byte[] content, String permissions) throws IOException {
        FileAttribute<?>[] attributes = posix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
        try (FileChannel out =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            write(out, content);
        }
        if (posix(file)) {
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    /** Whole under its name, or the one before. */
    static void replace(Path file, byte[] content, String permissions) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".half");
        Files.deleteIfExists(half);
        create(half, content, permissions);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static void append(Path file, byte[] content) throws IOException {
        if (!Files.exists(file)) {
            create(file, content, "rw-------");
            return;
        }
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.APPEND)) {
            write(out, content);
        }
    }

    private static void write(FileChannel out, byte[] content) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(content);
        while (left.hasRemaining()) {
            out.write(left);
        }
        out.force(true);
    }

    /** Cuts off what a crash left half written. */
    static void cut(Path file, long length) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            out.truncate(length);
            out.force(true);
        }
    }
}

package org.himaye.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipFile;

/** A server's distribution, unpacked once. Half-unpacked folders never get the final name. */
final class Archive {

    /** What else has to happen to the unpacked folder before it is complete. */
    @FunctionalInterface
    interface Preparation {
        void prepare(Path folder) throws Exception;
    }

    private Archive() {}

    static Path unpackOnce(Path zip, Path target, Preparation preparation) throws Exception {
        if (Files.isDirectory(target)) {
            return target;
        }
        Path lockFile = target.resolveSibling(target.getFileName() + ".lock");
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(target)) {
                Path half = target.resolveSibling(target.getFileName() + ".half");
                Places.delete(half);
                unpack(zip, half);
                preparation.prepare(half);
                Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return target;
    }

    /** The archive's only top folder becomes the target itself. */
    private static void unpack(Path zip, Path target) throws IOException {
        if (!Files.exists(zip)) {
            throw new StackProblem(zip + " is missing: run ./himaye run, which builds it");
        }
        var executable = PosixFilePermissions.fromString("rwxr-xr-x");
        try (var archive = new ZipFile(zip.toFile())) {
            var entries = archive.entries();
            while (entries.hasMoreElements()) {
                var entry = entries.nextElement();
                int top = entry.getName().indexOf('/');
                Path file = target.resolve(entry.getName().substring(top + 1)).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("Entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                try (var in = archive.getInputStream(entry)) {
                    Files.copy(in, file);
                }
                if (file.getParent().endsWith("bin")) {
                    Files.setPosixFilePermissions(file, executable);
                }
            }
        }
    }
}

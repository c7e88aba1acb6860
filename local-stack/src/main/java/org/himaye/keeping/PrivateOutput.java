package org.himaye.keeping;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;

/** A new file that only its owner reads, on the disk when it is closed, with its hash. */
final class PrivateOutput extends FilterOutputStream {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final FileChannel channel;
    private final MessageDigest digest = Hashes.sha256();
    private long bytes;
    private boolean closed;

    private PrivateOutput(FileChannel channel) {
        super(Channels.newOutputStream(channel));
        this.channel = channel;
    }

    static PrivateOutput create(Path file) throws IOException {
        return new PrivateOutput(
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY));
    }

    static void write(Path file, byte[] content) throws IOException {
        try (OutputStream out = create(file)) {
            out.write(content);
        }
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        digest.update(buffer, offset, length);
        bytes += length;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (channel) {
                channel.force(true);
            }
        }
    }

    /** After it is closed. */
    Manifest.Content content() {
        return new Manifest.Content(bytes, HexFormat.of().formatHex(digest.digest()));
    }
}

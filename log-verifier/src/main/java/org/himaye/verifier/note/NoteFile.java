package org.himaye.verifier.note;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A file of blocks with a line of three hyphens between two, and perhaps one behind the last; read one by one. */
public final class NoteFile implements AutoCloseable {

    /** Between two blocks. */
    public static final String BETWEEN = "---\n";

    private static final byte[] MARK = BETWEEN.getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private boolean ended;
    private boolean marked;
    private long blocks;

    public NoteFile(Path file) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(file));
    }

    /**
     * The next block without the marks; empty at the end of the file.
     *
     * @throws Malformed when it is longer than any note
     */
    public Optional<byte[]> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        int lineStart = 0;
        int each;
        while ((each = in.read()) >= 0) {
            block.write(each);
            if (each == '\n') {
                byte[] soFar = block.toByteArray();
                if (Arrays.equals(soFar, lineStart, soFar.length, MARK, 0, MARK.length)) {
                    blocks++;
                    marked = true;
                    return Optional.of(Arrays.copyOf(soFar, lineStart));
                }
                lineStart = soFar.length;
            }
            if (block.size() > SignedNote.MOST_BYTES) {
                ended = true;
                throw new Malformed("a note is longer than " + SignedNote.MOST_BYTES + " bytes");
            }
        }
        ended = true;
        marked = false;
        if (block.size() == 0) {
            return Optional.empty();
        }
        blocks++;
        return Optional.of(block.toByteArray());
    }

    /** Whether the last one that was read had a mark behind it. */
    public boolean marked() {
        return marked;
    }

    /** How many were read. */
    public long blocks() {
        return blocks;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sealed file opens whole, in its place, or with an exception. */
class ContentTest {

    private static final int PIECE = 64 * 1024;

    private final byte[] key = new byte[Content.KEY_BYTES];
    private final Content content = new Content(key, new byte[] {1});
    private final byte[] plain = new byte[200_000];

    private byte[] sealed() throws IOException {
        new Random(1).nextBytes(plain);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        try (OutputStream sealing = content.seal(kept)) {
            sealing.write(plain);
        }
        return kept.toByteArray();
    }

    private static byte[] opened(Content by, byte[] sealed) throws IOException {
        return by.open(new ByteArrayInputStream(sealed)).readAllBytes();
    }

    @Test
    @Tag("ASVS-11.3.3")
    void whatIsChangedCutOrMovedDoesNotOpen() throws IOException {
        byte[] sealed = sealed();
        assertArrayEquals(plain, opened(content, sealed));

        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, PIECE, swapped, 2 * PIECE, PIECE);
        System.arraycopy(sealed, 2 * PIECE, swapped, PIECE, PIECE);
        assertThrows(IOException.class, () -> opened(content, changed));
        assertThrows(IOException.class, () -> opened(content, swapped));
        assertThrows(IOException.class, () -> opened(content, Arrays.copyOf(sealed, 2 * PIECE)), "at a seam");
        assertThrows(IOException.class, () -> opened(new Content(key, new byte[] {2}), sealed), "beside another row");
    }
}

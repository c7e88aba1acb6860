package org.himaye.accesslog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint as it is kept.
 *
 * @param note the body, an empty line, and the log's signature
 * @param cosigned what witnesses put under it, or null
 * @param renewedAt when it was signed, or last found to be still the newest
 */
record SignedCheckpoint(long size, String note, String cosigned, Instant renewedAt) {

    private static final int MARK_BYTES = 4;
    private static final int TIME_BYTES = 8;
    private static final byte ED25519 = 1;

    /** What stands before the 32 bytes of a public key of Ed25519 in its X.509 form. */
    private static final String X509 = "302a300506032b6570032100";

    /** As it is given away. */
    String text() {
        return note + (cosigned == null ? "" : cosigned);
    }

    byte[] root() {
        return Base64.getDecoder().decode(note.split("\n", 4)[2]);
    }

    /** Whether the log's key signed this size and this root. */
    boolean signedBy(String logKey) {
        try {
            String[] key = logKey.split("\\+", 3);
            byte[] typed = Base64.getDecoder().decode(key[2]);
            int end = note.indexOf("\n\n");
            String body = note.substring(0, end + 1);
            String[] head = body.split("\n");
            if (typed[0] != ED25519 || !head[0].equals(key[0]) || Long.parseLong(head[1]) != size) {
                return false;
            }
            byte[] x509 = HexFormat.of().parseHex(X509 + HexFormat.of().formatHex(typed, 1, typed.length));
            Signature check = Signature.getInstance("Ed25519");
            for (String line : note.substring(end + 2).split("\n")) {
                String[] words = line.split(" ");
                if (words.length == 3 && words[1].equals(key[0])) {
                    byte[] given = Base64.getDecoder().decode(words[2]);
                    check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
                    check.update(body.getBytes(StandardCharsets.UTF_8));
                    return HexFormat.of().formatHex(given, 0, MARK_BYTES).equals(key[1])
                            && check.verify(Arrays.copyOfRange(given, MARK_BYTES, given.length));
                }
            }
            return false;
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException changed) {
            return false;
        }
    }

    /**
     * When the last of these witnesses signed it, by its own clock. What stands in the table counts for nothing by itself.
     *
     * @param witnesses their public lines
     */
    Optional<Instant> witnessedAt(List<String> witnesses) {
        Cosignatures good =
                cosigned == null ? null : Cosignatures.of(text().getBytes(StandardCharsets.UTF_8), witnesses);
        return good == null
                ? Optional.empty()
                : good.lines().stream()
                        .map(SignedCheckpoint::time)
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder());
    }

    private static Optional<Instant> time(String line) {
        try {
            byte[] given = Base64.getDecoder().decode(line.split(" ")[2]);
            return Optional.of(Instant.ofEpochSecond(
                    ByteBuffer.wrap(given, MARK_BYTES, TIME_BYTES).getLong()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException changed) {
            return Optional.empty();
        }
    }
}

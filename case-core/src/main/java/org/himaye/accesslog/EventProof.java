package org.himaye.accesslog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether one event is still what was sealed, and under which signature.
 *
 * @param entry the event as it stands in the table now
 * @param leaf its index in the log, or -1 when it is in none
 * @param size how many entries the checkpoint covers
 * @param signedAt when the checkpoint was signed, or last found to be still the newest; null without one
 * @param witnessed whether a witness outside has signed this very checkpoint
 * @param steps hashes between the event and the signed root
 * @param text the proof for another program: docs/log-format.md; null unless it holds
 */
public record EventProof(
        AccessEntry entry,
        ProofResult result,
        long leaf,
        long size,
        Instant signedAt,
        boolean witnessed,
        int steps,
        String text) {

    /** Between two proofs in one file. */
    static final String SEPARATOR = "---\n";

    /** One entry of the event with its way to the root. */
    record Part(long leaf, byte[] entry, List<byte[]> path) {

        /** As C2SP tlog-proof has it; the entry itself is the extra data. */
        String text(SignedCheckpoint checkpoint) {
            Base64.Encoder base64 = Base64.getEncoder();
            return "c2sp.org/tlog-proof@v1\nextra " + base64.encodeToString(entry) + "\nindex " + leaf + "\n"
                    + path.stream()
                            .map(hash -> base64.encodeToString(hash) + "\n")
                            .collect(Collectors.joining()) + "\n"
                    + checkpoint.text();
        }
    }

    /** The proof as bytes to take away. */
    public byte[] file() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

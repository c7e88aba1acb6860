package org.himaye.verifier.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.himaye.verifier.note.Checkpoint;
import org.himaye.verifier.note.LogKeys;
import org.himaye.verifier.note.Malformed;
import org.himaye.verifier.tree.TreeHash;

/**
 * One entry of the log with its way to a signed root, as C2SP tlog-proof has it; the entry itself is the extra data.
 *
 * @param index of the entry
 * @param path hashes from the leaf up
 */
record EventProof(byte[] entry, long index, List<byte[]> path, Checkpoint checkpoint) {

    private static final String HEAD = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int MOST_HASHES = 63;

    /** @throws Malformed when the text is no such proof */
    static EventProof parse(String text) {
        int end = text.indexOf("\n\n");
        String[] lines = end < 0 ? new String[0] : text.substring(0, end).split("\n", -1);
        if (lines.length < 3
                || lines.length > MOST_HASHES + 3
                || !lines[0].equals(HEAD)
                || !lines[1].startsWith(EXTRA)
                || !lines[2].matches(INDEX + "(0|[1-9][0-9]{0,15})")) {
            throw new Malformed("this is not a proof with its entry");
        }
        List<byte[]> path = new ArrayList<>();
        for (String line : Arrays.asList(lines).subList(3, lines.length)) {
            path.add(hash(line));
        }
        return new EventProof(
                bytes(lines[1].substring(EXTRA.length())),
                Long.parseLong(lines[2].substring(INDEX.length())),
                path,
                Checkpoint.parse(text.substring(end + 2).getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hash(String line) {
        byte[] hash = bytes(line);
        if (hash.length != TreeHash.BYTES) {
            throw new Malformed("a hash of a proof is not of 32 bytes");
        }
        return hash;
    }

    private static byte[] bytes(String text) {
        try {
            return java.util.Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Malformed("a line of a proof is not base64");
        }
    }

    /** Whether it leads to the same signed root as another one. */
    boolean leadsWhere(EventProof other) {
        return checkpoint.note().text().equals(other.checkpoint.note().text());
    }

    /** What is wrong with it; null when nothing is. */
    String wrong(LogKeys keys) {
        OptionalInt signer = keys.signer(checkpoint);
        if (signer.isEmpty()) {
            return "the checkpoint is not signed by this log's key";
        }
        if (keys.replaced(signer.getAsInt())) {
            return "the checkpoint is signed with a key that was replaced";
        }
        if (index >= checkpoint.size()) {
            return "the checkpoint does not reach this entry";
        }
        return Arrays.equals(root(), checkpoint.root()) ? null : "the entry does not lead to the signed root";
    }

    /** RFC 9162, 2.1.3.2; null when the path is too short or too long. */
    private byte[] root() {
        TreeHash tree = new TreeHash();
        byte[] hash = tree.leaf(entry);
        long place = index;
        long last = checkpoint.size() - 1;
        for (byte[] other : path) {
            if (last == 0) {
                return null;
            }
            if (place % 2 == 1 || place == last) {
                hash = tree.node(other, hash);
                for (; place % 2 == 0 && place != 0; place /= 2) {
                    last /= 2;
                }
            } else {
                hash = tree.node(hash, other);
            }
            place /= 2;
            last /= 2;
        }
        return last == 0 ? hash : null;
    }
}

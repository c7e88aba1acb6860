package org.himaye.verifier.note;

/**
 * What the log says of itself at one moment, in three lines.
 *
 * @param size number of entries
 * @param root hash over all of them
 * @param note as it was signed
 */
public record Checkpoint(String origin, long size, byte[] root, SignedNote note) {

    private static final int LINES = 3;
    private static final int ROOT_BYTES = 32;
    private static final String WHOLE_NUMBER = "0|[1-9][0-9]{0,15}";

    /** @throws Malformed when the note is none, or not of three such lines */
    public static Checkpoint parse(byte[] bytes) {
        SignedNote note = SignedNote.parse(bytes);
        String[] lines = note.text().split("\n", -1);
        if (lines.length != LINES + 1 || lines[0].isEmpty() || !lines[1].matches(WHOLE_NUMBER)) {
            throw new Malformed("a checkpoint has three lines: origin, size, root");
        }
        byte[] root = Base64Text.decode(lines[2], "the root");
        if (root.length != ROOT_BYTES) {
            throw new Malformed("the root is not of 32 bytes");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), root, note);
    }
}

package org.himaye.verifier.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A text with lines of signatures below it. Lines of an unknown key or algorithm are kept and passed over.
 *
 * @param text with its last newline, without the empty line
 * @param signatures at least one
 */
public record SignedNote(String text, List<Line> signatures) {

    /** More than any checkpoint with the cosignatures of a hundred witnesses. */
    public static final int MOST_BYTES = 65_536;

    private static final String DASH = "\u2014 ";
    private static final int ID_BYTES = 4;
    private static final int TIME_BYTES = 8;

    /** One signature: name and number of the key, and what follows. */
    public record Line(String name, int id, byte[] signature) {}

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** @throws Malformed when the bytes are no signed note */
    public static SignedNote parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new Malformed("the note is longer than " + MOST_BYTES + " bytes");
        }
        String all = utf8(bytes);
        int end = all.lastIndexOf("\n\n");
        if (end < 0 || !all.endsWith("\n") || all.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Malformed("this is not a signed note: text, an empty line, signatures");
        }
        List<Line> lines = new ArrayList<>();
        all.substring(end + 2).lines().forEach(line -> lines.add(line(line)));
        if (lines.isEmpty()) {
            throw new Malformed("the note has no signature");
        }
        return new SignedNote(all.substring(0, end + 1), lines);
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("the note is not UTF-8");
        }
    }

    private static Line line(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0 || !NoteKey.isName(line.substring(DASH.length(), space))) {
            throw new Malformed("a line of the signatures is none");
        }
        byte[] bytes = Base64Text.decode(line.substring(space + 1), "a signature");
        if (bytes.length <= ID_BYTES) {
            throw new Malformed("a signature is too short");
        }
        return new Line(
                line.substring(DASH.length(), space),
                ByteBuffer.wrap(bytes).getInt(),
                Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
    }

    /** Whether this key signed it; one wrong signature of the key spoils it, as the specification says. */
    public boolean signedBy(NoteKey log) {
        List<Line> own = of(log);
        return !own.isEmpty() && own.stream().allMatch(line -> log.verifies(utf8(text), line.signature()));
    }

    /**
     * When this witness cosigned it, in seconds of POSIX; the latest if it did twice. Empty when it did not.
     *
     * @throws Malformed when there is a cosignature of this witness and it is wrong
     */
    public Optional<Long> cosignedBy(NoteKey witness) {
        return of(witness).stream().map(line -> time(witness, line)).max(Long::compare);
    }

    private long time(NoteKey witness, Line line) {
        byte[] signature = line.signature();
        if (signature.length == TIME_BYTES + Ed25519.SIGNATURE_BYTES) {
            long time = ByteBuffer.wrap(signature).getLong();
            if (time >= 0
                    && witness.verifies(
                            cosigned(text, time), Arrays.copyOfRange(signature, TIME_BYTES, signature.length))) {
                return time;
            }
        }
        throw new Malformed("the cosignature of " + witness.name() + " is wrong");
    }

    /** What a witness signs. */
    public static byte[] cosigned(String text, long time) {
        return utf8("cosignature/v1\ntime " + time + "\n" + text);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Line> of(NoteKey key) {
        return signatures.stream()
                .filter(line -> line.id() == key.id() && line.name().equals(key.name()))
                .toList();
    }

    /** The same note with nothing but this key's signature and another line. */
    public SignedNote with(NoteKey log, Line line) {
        List<Line> lines = new ArrayList<>(of(log));
        lines.add(line);
        return new SignedNote(text, lines);
    }

    /** As it is sent and kept. */
    public byte[] bytes() {
        StringBuilder all = new StringBuilder(text).append('\n');
        for (Line line : signatures) {
            byte[] id = ByteBuffer.allocate(ID_BYTES).putInt(line.id()).array();
            all.append(DASH).append(line.name()).append(' ');
            all.append(Base64.getEncoder().encodeToString(Ed25519.join(id, line.signature())));
            all.append('\n');
        }
        return utf8(all.toString());
    }
}

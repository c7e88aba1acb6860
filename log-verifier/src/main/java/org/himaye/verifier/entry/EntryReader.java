package org.himaye.verifier.entry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.himaye.verifier.note.Malformed;

/**
 * Reads an entry of version 1. It accepts one form of each value and nothing else, so what it accepts is canonical; docs/log-format.md
 * has the table. Not for several threads.
 */
public final class EntryReader {

    /** No entry is longer. */
    public static final int MOST_BYTES = 4_096;

    private static final int MOST_CASES = 24;
    private static final int MOST_FIELDS = 32;
    private static final int MOST_PARTS = 1_000_000;
    private static final byte[] SIGN_IN = "LOGIN".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ALLOWED = "ALLOWED".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> OUTCOMES = Set.of("ALLOWED", "MASKED", "DENIED", "FAILED");

    private final Cursor in = new Cursor();
    private int present;
    private String id;
    private String session;
    private long part;
    private long parts;
    private long number;
    private long moment;
    private boolean signIn;
    private boolean allowed;
    private Entry.Ends cases;
    private Entry.Ends fields;

    /** @throws Malformed when it is not an entry in its one form */
    public Entry read(byte[] bytes, int from, int length) {
        if (length > MOST_BYTES) {
            throw new Malformed("it has " + length + " bytes, more than " + MOST_BYTES);
        }
        in.set(bytes, from, from + length);
        forget();
        in.expect('{');
        int next = 0;
        do {
            in.expect('"');
            next = find(next);
            Key key = Key.ALL.get(next++);
            in.at += key.bytes.length + 1;
            in.expect(':');
            present |= key.bit();
            value(key);
        } while (in.skip(','));
        in.expect('}');
        if (in.at != in.end) {
            throw new Malformed("something stands behind it");
        }
        return entry();
    }

    private void forget() {
        present = 0;
        id = null;
        session = null;
        part = 0;
        parts = 1;
        number = 0;
        moment = 0;
        signIn = false;
        allowed = false;
        cases = null;
        fields = null;
    }

    /** Which key stands here; only those behind the last one are looked at, for they have an order. */
    private int find(int from) {
        for (int i = from; i < Key.ALL.size(); i++) {
            byte[] name = Key.ALL.get(i).bytes;
            if (in.startsWith(name) && in.bytes[in.at + name.length] == '"') {
                return i;
            }
        }
        int start = in.at;
        while (in.here() != -1 && in.here() != '"') {
            in.at++;
        }
        String name = in.text(start, in.at);
        boolean known = Key.ALL.stream().anyMatch(key -> key.text.equals(name));
        throw new Malformed(known ? name + " stands twice or out of order" : "nothing is known of a key " + name);
    }

    private void value(Key key) {
        switch (key.form) {
            case NUMBER -> number(key, in.number(key.text));
            case NAMES, CASES, FIELDS -> list(key);
            default -> {
                int start = in.at + 1;
                in.string(key.text);
                string(key, start, in.at - 1);
            }
        }
    }

    private void number(Key key, long value) {
        switch (key) {
            case V -> {
                if (value != 1) {
                    throw new Malformed(
                            "it is of version " + value + ", which this program does not know: take a newer one");
                }
            }
            case SEQ -> number = value;
            case PART -> {
                demand(value > 0 && value <= MOST_PARTS, key, "is not a number of a continuation");
                part = value;
            }
            case PARTS -> {
                demand(value > 1 && value <= MOST_PARTS, key, "is not two or more, where it should be absent");
                parts = value;
            }
            default -> {}
        }
    }

    private void string(Key key, int from, int to) {
        switch (key.form) {
            case NAME -> demand(Shapes.name(in.bytes, from, to), key, "is no name");
            case ID -> demand(Shapes.id(in.bytes, from, to), key, "is no UUID in small letters");
            case HASH -> demand(Shapes.hash(in.bytes, from, to), key, "is not of 16 hexadecimal digits");
            case TEXT -> demand(to > from, key, "is empty, where it should be absent");
            case OUTCOME -> {
                allowed = is(ALLOWED, from, to);
                demand(allowed || OUTCOMES.contains(in.text(from, to)), key, "is none of the four");
            }
            case MOMENT -> {
                long micros = Shapes.moment(in.bytes, from, to);
                demand(micros >= 0, key, "is no moment, or one before 1970");
                moment = key == Key.AT ? micros : moment;
            }
            default -> throw new IllegalStateException(key.text);
        }
        switch (key) {
            case ID -> id = in.text(from, to);
            case SESSION -> session = in.text(from, to);
            case ACTION -> signIn = is(SIGN_IN, from, to);
            default -> {}
        }
    }

    private boolean is(byte[] word, int from, int to) {
        return Arrays.equals(in.bytes, from, to, word, 0, word.length);
    }

    private static void demand(boolean right, Key key, String wrong) {
        if (!right) {
            throw new Malformed(key.text + " " + wrong);
        }
    }

    private void list(Key key) {
        in.expect('[');
        int firstFrom = 0;
        int firstTo = 0;
        int from = 0;
        int to = 0;
        int count = 0;
        do {
            int start = in.at + 1;
            in.string(key.text);
            int end = in.at - 1;
            item(key, start, end);
            if (count == 0) {
                firstFrom = start;
                firstTo = end;
            } else {
                boolean ascends = Arrays.compareUnsigned(in.bytes, from, to, in.bytes, start, end) <= 0;
                demand(ascends, key, "is not in ascending order");
            }
            from = start;
            to = end;
            count++;
        } while (in.skip(','));
        in.expect(']');
        if (key == Key.CASES) {
            demand(count <= MOST_CASES, key, "has more than " + MOST_CASES);
            cases = new Entry.Ends(in.text(firstFrom, firstTo), in.text(from, to), count);
        } else if (key == Key.FIELDS) {
            demand(count <= MOST_FIELDS, key, "has more than " + MOST_FIELDS);
            fields = new Entry.Ends(in.text(firstFrom, firstTo), in.text(from, to), count);
        }
    }

    private void item(Key key, int from, int to) {
        if (key.form == Form.CASES) {
            int space = from + Shapes.ID_LENGTH;
            boolean one = Shapes.id(in.bytes, from, to);
            boolean two = to > space
                    && in.bytes[space] == ' '
                    && Shapes.id(in.bytes, from, space)
                    && Shapes.id(in.bytes, space + 1, to);
            demand(one || two, key, "has something that is not one UUID or two");
        } else {
            demand(Shapes.name(in.bytes, from, to), key, "has something that is no name");
        }
    }

    private Entry entry() {
        String complaint = Key.complaint(present);
        if (complaint != null) {
            throw new Malformed(complaint);
        }
        if (part > 0 && cases == null && fields == null) {
            throw new Malformed("a continuation goes on with nothing");
        }
        int all = part > 0 ? 0 : (int) parts;
        return new Entry(id, (int) part, all, number, moment, session, signIn && allowed, cases, fields);
    }
}

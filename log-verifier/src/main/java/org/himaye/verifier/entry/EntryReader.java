package org.himaye.verifier.entry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.himaye.verifier.note.Malformed;

/**
 * Reads an entry of version 1 or 2. It accepts one form of each value and nothing else, so what it accepts is canonical; docs/log-format.md
 * has the table. Not for several threads.
 */
public final class EntryReader {

    /** No entry is longer. */
    public static final int MOST_BYTES = 4_096;

    private static final int NEWEST = 2;
    private static final int MOST_CASES = 24;
    private static final int MOST_FIELDS = 32;
    private static final int MOST_PARTS = 1_000_000;
    private static final byte[] SIGN_IN = "LOGIN".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ALLOWED = "ALLOWED".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> OUTCOMES = Set.of("ALLOWED", "MASKED", "DENIED", "FAILED");

    private static final Key[] KEYS = Key.ALL.toArray(Key[]::new);

    private final Cursor in = new Cursor();
    private final Moments moments = new Moments();
    private final RecentTexts sessions = new RecentTexts();
    private final KnownValues known = new KnownValues();
    private final Span cases = new Span();
    private final Span fields = new Span();
    private final Span classes = new Span();

    /** Which key followed which in the entry before: mostly it does again. */
    private final int[] likely = new int[KEYS.length + 1];

    private int present;
    private int idAt;
    private long act;
    private String session;
    private long version;
    private long part;
    private long parts;
    private long number;
    private long moment;
    private boolean signIn;
    private boolean allowed;

    /** The first and the last item of a list. */
    private static final class Span {

        private int firstFrom;
        private int firstTo;
        private int from;
        private int to;
        private int count;
    }

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
            next = find(next);
            Key key = KEYS[next++];
            in.at += key.length();
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
        act = 0;
        session = null;
        part = 0;
        parts = 1;
        number = 0;
        moment = 0;
        signIn = false;
        allowed = false;
        cases.count = 0;
        fields.count = 0;
    }

    /** Which key stands here; only those behind the last one are looked at, for they have an order. */
    private int find(int from) {
        int guess = Math.max(from, likely[from]);
        if (guess < KEYS.length && KEYS[guess].standsIn(in.bytes, in.at, in.end)) {
            return guess;
        }
        for (int i = from; i < KEYS.length; i++) {
            if (KEYS[i].standsIn(in.bytes, in.at, in.end)) {
                likely[from] = i;
                return i;
            }
        }
        int start = in.at + 1;
        in.string("a key");
        String name = in.text(start, in.at - 1);
        boolean known = Key.ALL.stream().anyMatch(key -> key.text.equals(name));
        throw new Malformed(
                known ? name + " stands twice, out of order or without colon" : "nothing is known of a key " + name);
    }

    private void value(Key key) {
        int start = in.at + 1;
        switch (key.form) {
            case NUMBER -> number(key, in.number(key.text));
            case NAMES, CASES, FIELDS -> list(key);
            case ID -> {
                in.expect('"');
                in.id(key.text);
                in.expect('"');
                idAt = key == Key.ID ? start : idAt;
            }
            case NAME -> {
                name(key);
                signIn = key == Key.ACTION ? is(SIGN_IN, start, in.at - 1) : signIn;
            }
            default -> {
                in.string(key.text);
                string(key, start, in.at - 1);
            }
        }
    }

    private void number(Key key, long value) {
        switch (key) {
            case V -> {
                if (value != 1 && value != NEWEST) {
                    throw new Malformed(
                            "it is of version " + value + ", which this program does not know: take a newer one");
                }
                version = value;
                boolean decided = (present & Key.POLICY.bit()) != 0;
                demand(
                        (present & Key.PART.bit()) != 0 || decided == (value == NEWEST),
                        key,
                        "is 2 with a policy and 1 without");
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
            case HASH -> demand(Shapes.hash(in.bytes, from, to), key, "is not of 16 hexadecimal digits");
            case TEXT -> {
                demand(to > from, key, "is empty, where it should be absent");
                session = key == Key.SESSION ? sessions.text(in.bytes, from, to) : session;
            }
            case OUTCOME -> {
                allowed = is(ALLOWED, from, to);
                demand(allowed || OUTCOMES.contains(in.text(from, to)), key, "is none of the four");
            }
            case MOMENT -> {
                long micros = moments.read(in.bytes, from, to);
                demand(micros >= 0, key, "is no moment, or one before 1970");
                moment = key == Key.AT ? micros : moment;
            }
            default -> throw new IllegalStateException(key.text);
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

    private void name(Key key) {
        int start = in.at;
        long begin = start + Words.BYTES <= in.end ? Words.at(in.bytes, start) : 0;
        act = key == Key.ACT ? begin : act;
        int place = KnownValues.place(key, begin);
        KnownValues.Known again = known.at(place, in.bytes, start, in.end);
        if (again != null) {
            in.at += again.bytes().length;
            return;
        }
        in.name(key.text);
        known.keep(place, new KnownValues.Known(Arrays.copyOfRange(in.bytes, start, in.at), 0, 0, 1));
    }

    /** Which fields and classes are shown goes with the act. */
    private void list(Key key) {
        if (key.form == Form.CASES) {
            read(key, cases);
            return;
        }
        Span span = key == Key.FIELDS ? fields : classes;
        int start = in.at;
        int place = KnownValues.place(key, act);
        KnownValues.Known again = known.at(place, in.bytes, start, in.end);
        if (again == null) {
            read(key, span);
            known.keep(
                    place,
                    new KnownValues.Known(
                            Arrays.copyOfRange(in.bytes, start, in.at),
                            span.firstTo - start,
                            span.from - start,
                            span.count));
            return;
        }
        in.at += again.bytes().length;
        span.firstFrom = start + 2;
        span.firstTo = start + again.firstTo();
        span.from = start + again.lastFrom();
        span.to = in.at - 2;
        span.count = again.count();
    }

    private void read(Key key, Span span) {
        span.count = 0;
        in.expect('[');
        do {
            int start = in.at + 1;
            item(key);
            int end = in.at - 1;
            if (span.count == 0) {
                span.firstFrom = start;
                span.firstTo = end;
            } else {
                boolean ascends = Arrays.compareUnsigned(in.bytes, span.from, span.to, in.bytes, start, end) < 0;
                demand(ascends, key, "is not in ascending order, each once");
            }
            span.from = start;
            span.to = end;
            span.count++;
        } while (in.skip(','));
        in.expect(']');
        demand(key != Key.CASES || span.count <= MOST_CASES, key, "has more than 24");
        demand(key != Key.FIELDS || span.count <= MOST_FIELDS, key, "has more than 32");
    }

    private void item(Key key) {
        if (key.form != Form.CASES) {
            in.name(key.text);
            return;
        }
        in.expect('"');
        in.id(key.text);
        if (in.skip(' ')) {
            in.id(key.text);
        }
        in.expect('"');
    }

    private Entry.Ends ends(Span span) {
        return span.count == 0
                ? null
                : new Entry.Ends(in.text(span.firstFrom, span.firstTo), in.text(span.from, span.to));
    }

    private Entry entry() {
        String complaint = Key.complaint(present);
        if (complaint != null) {
            throw new Malformed(complaint);
        }
        if (part == 0 && parts == 1) {
            return new Entry(version, null, 0, 1, number, moment, session, signIn && allowed, null, null);
        }
        if (part > 0 && cases.count + fields.count == 0) {
            throw new Malformed("a continuation goes on with nothing");
        }
        String id = in.text(idAt, idAt + Shapes.ID_LENGTH);
        int all = part > 0 ? 0 : (int) parts;
        boolean begins = signIn && allowed;
        return new Entry(version, id, (int) part, all, number, moment, session, begins, ends(cases), ends(fields));
    }
}

package org.himaye.verifier.entry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The keys of an entry, in the order in which they stand. */
enum Key {
    ACT("act", Form.NAME, Use.REQUIRED),
    ACTION("action", Form.NAME, Use.REQUIRED),
    ACTOR("actor", Form.ID, Use.EVENT),
    AT("at", Form.MOMENT, Use.REQUIRED),
    CASES("cases", Form.CASES, Use.BOTH),
    CLASSES("classes", Form.NAMES, Use.EVENT),
    CLIENT("client", Form.TEXT, Use.EVENT),
    ENTITY("entity", Form.NAME, Use.EVENT),
    ENTITY_ID("entityId", Form.ID, Use.EVENT),
    FIELDS("fields", Form.FIELDS, Use.BOTH),
    GRANT("grant", Form.ID, Use.EVENT),
    HAPPENED_AT("happenedAt", Form.MOMENT, Use.EVENT),
    ID("id", Form.ID, Use.ALWAYS),
    INSTITUTION("institution", Form.ID, Use.EVENT),
    OUTCOME("outcome", Form.OUTCOME, Use.REQUIRED),
    PART("part", Form.NUMBER, Use.CONTINUATION),
    PARTS("parts", Form.NUMBER, Use.EVENT),
    POLICY("policy", Form.HASH, Use.EVENT),
    PURPOSE("purpose", Form.NAME, Use.EVENT),
    QUERY("query", Form.HASH, Use.EVENT),
    REASON("reason", Form.TEXT, Use.EVENT),
    ROLE("role", Form.NAME, Use.EVENT),
    ROWS("rows", Form.NUMBER, Use.REQUIRED),
    SEQ("seq", Form.NUMBER, Use.REQUIRED),
    SESSION("session", Form.TEXT, Use.EVENT),
    V("v", Form.NUMBER, Use.ALWAYS),
    XID("xid", Form.NUMBER, Use.REQUIRED);

    /** Where a key may stand and where it must. */
    private enum Use {
        REQUIRED,
        EVENT,
        BOTH,
        ALWAYS,
        CONTINUATION
    }

    static final List<Key> ALL = Arrays.stream(values())
            .sorted(Comparator.comparing(key -> key.text))
            .toList();

    private static final int EVENT_MUST = mask(Use.REQUIRED, Use.ALWAYS);
    private static final int EVENT_MAY = mask(Use.REQUIRED, Use.ALWAYS, Use.EVENT, Use.BOTH);
    private static final int PART_MUST = mask(Use.ALWAYS, Use.CONTINUATION);
    private static final int PART_MAY = mask(Use.ALWAYS, Use.CONTINUATION, Use.BOTH);

    final String text;
    private final byte[] bytes;
    private final long low;
    private final long high;
    private final long lowMask;
    private final long highMask;
    final Form form;
    private final Use use;

    Key(String text, Form form, Use use) {
        this.text = text;
        this.bytes = ("\"" + text + "\":").getBytes(StandardCharsets.US_ASCII);
        byte[] padded = Arrays.copyOf(bytes, 2 * Words.BYTES);
        this.low = Words.at(padded, 0);
        this.high = Words.at(padded, Words.BYTES);
        this.lowMask = Words.mask(bytes.length);
        this.highMask = Words.mask(bytes.length - Words.BYTES);
        this.form = form;
        this.use = use;
    }

    private static int mask(Use... uses) {
        int mask = 0;
        for (Key key : values()) {
            if (Arrays.asList(uses).contains(key.use)) {
                mask |= key.bit();
            }
        }
        return mask;
    }

    /** How long it is with its quotes and colon. */
    int length() {
        return bytes.length;
    }

    /** Whether it stands here with its quotes and colon. */
    boolean standsIn(byte[] all, int at, int end) {
        if (at + length() > end) {
            return false;
        }
        if (at + 2 * Words.BYTES > all.length) {
            return Arrays.equals(all, at, at + length(), bytes, 0, length());
        }
        return ((Words.at(all, at) ^ low) & lowMask) == 0 && ((Words.at(all, at + Words.BYTES) ^ high) & highMask) == 0;
    }

    int bit() {
        return 1 << ordinal();
    }

    /** The first key that is missing or too much, in words; null when the set is right. */
    static String complaint(int present) {
        boolean part = (present & PART.bit()) != 0;
        int missing = (part ? PART_MUST : EVENT_MUST) & ~present;
        int tooMuch = present & ~(part ? PART_MAY : EVENT_MAY);
        if (missing != 0) {
            return values()[Integer.numberOfTrailingZeros(missing)].text + " is missing";
        }
        if (tooMuch != 0) {
            return values()[Integer.numberOfTrailingZeros(tooMuch)].text + " does not belong into a continuation";
        }
        return null;
    }
}

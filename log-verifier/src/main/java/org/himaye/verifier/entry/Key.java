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
    final byte[] bytes;
    final Form form;
    private final Use use;

    Key(String text, Form form, Use use) {
        this.text = text;
        this.bytes = text.getBytes(StandardCharsets.US_ASCII);
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

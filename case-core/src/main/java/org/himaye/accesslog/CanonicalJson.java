package org.himaye.accesslog;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One object of canonical JSON (RFC 8785) of strings, whole numbers and lists of strings; an absent value has no key. Written from the
 * first key to the last, because an entry is made for every event.
 */
final class CanonicalJson {

    /** An entry without long lists. */
    private static final int USUAL_LENGTH = 1024;

    private final StringBuilder out = new StringBuilder(USUAL_LENGTH).append('{');
    private String last = "";

    /**
     * @param value text, a whole number, a list of texts, anything that is written as its {@code toString}; null for an absent one
     * @throws IllegalArgumentException when the key does not come behind the one before
     */
    CanonicalJson put(String key, Object value) {
        if (key.compareTo(last) <= 0) {
            throw new IllegalArgumentException(key + " behind " + last);
        }
        last = key;
        if (value == null) {
            return this;
        }
        if (out.length() > 1) {
            out.append(',');
        }
        string(key);
        out.append(':');
        switch (value) {
            case Number number -> out.append(number);
            case List<?> list -> list(list);
            default -> string(value.toString());
        }
        return this;
    }

    /** @return the object's bytes; nothing is put behind them */
    byte[] bytes() {
        return out.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void list(List<?> values) {
        out.append('[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            string(values.get(i).toString());
        }
        out.append(']');
    }

    private void string(String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, written, i).append(escaped(c));
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"', '\\' -> "\\" + c;
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> String.format("\\u%04x", (int) c);
        };
    }
}

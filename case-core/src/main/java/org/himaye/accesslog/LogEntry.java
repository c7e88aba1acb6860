package org.himaye.accesslog;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The bytes that are hashed for an event, versions 1 and 2: docs/log-format.md, which whoever checks reads instead of this. Canonical JSON
 * (RFC 8785) of strings, whole numbers and lists; an absent value has no key. What does not fit into one entry is continued.
 */
final class LogEntry {

    static final int MOST_BYTES = 4096;
    static final int MOST_CASES = 24;
    static final int MOST_FIELDS = 32;

    /** Before it was told by which policy an event was decided, and of what none decided. */
    private static final int WITHOUT_POLICY = 1;

    private static final int VERSION = 2;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private static final OffsetDateTime FIRST = OffsetDateTime.parse("0000-01-01T00:00:00Z");
    private static final OffsetDateTime LAST = OffsetDateTime.parse("9999-12-31T23:59:59.999999Z");

    private LogEntry() {}

    /**
     * The event's entries, the first and its continuations. With long names fewer of them stand in one.
     *
     * @throws IllegalStateException when an event without lists is longer than an entry may be
     */
    static List<byte[]> of(LogRow row) {
        for (int share = 1; share <= MOST_CASES; share *= 2) {
            List<byte[]> entries = entries(row, MOST_CASES / share, MOST_FIELDS / share);
            if (entries.stream().allMatch(entry -> entry.length <= MOST_BYTES)) {
                return entries;
            }
        }
        throw new IllegalStateException("event " + row.id() + " does not fit into entries");
    }

    /** As {@link #of}; none of a row that makes no entry, because somebody changed it or put it in past what is taken: whoever looks is told. */
    static List<byte[]> made(ResultSet row) throws SQLException {
        try {
            return of(LogRow.read(row));
        } catch (IllegalStateException
                | IllegalArgumentException
                | NullPointerException
                | ClassCastException
                | DateTimeException changed) {
            return List.of();
        }
    }

    /** The line for a row that makes no entry. */
    static byte[] unfit(UUID event, long seq) {
        Map<String, Object> keys = new TreeMap<>();
        put(keys, "event", event);
        put(keys, "row", seq);
        return json(keys).getBytes(StandardCharsets.UTF_8);
    }

    /** The line for a link that is of no entry; no entry itself. Its time may be any that the database knows, the endless ones too. */
    static byte[] link(OffsetDateTime at, UUID caseId, UUID event, UUID person) {
        Map<String, Object> keys = new TreeMap<>();
        put(keys, "at", moment(at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at));
        put(keys, "case", caseId);
        put(keys, "event", event);
        put(keys, "person", person);
        return json(keys).getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte[]> entries(LogRow row, int cases, int fields) {
        List<List<String>> caseParts = parts(row.cases(), cases);
        List<List<String>> fieldParts = parts(row.fields(), fields);
        int count = Math.max(1, Math.max(caseParts.size(), fieldParts.size()));
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> keys = i == 0 ? first(row) : new TreeMap<>();
            put(keys, "cases", i < caseParts.size() ? caseParts.get(i) : null);
            put(keys, "fields", i < fieldParts.size() ? fieldParts.get(i) : null);
            put(keys, "id", row.id());
            put(keys, "part", i == 0 ? null : i);
            put(keys, "parts", i == 0 && count > 1 ? count : null);
            put(keys, "v", row.policy() == null ? WITHOUT_POLICY : VERSION);
            entries.add(json(keys).getBytes(StandardCharsets.UTF_8));
        }
        return entries;
    }

    private static List<List<String>> parts(List<String> all, int most) {
        List<String> sorted = all.stream().distinct().sorted().toList();
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += most) {
            parts.add(sorted.subList(from, Math.min(sorted.size(), from + most)));
        }
        return parts;
    }

    private static Map<String, Object> first(LogRow row) {
        Map<String, Object> keys = new TreeMap<>();
        put(keys, "act", row.act());
        put(keys, "action", row.action());
        put(keys, "actor", row.actor());
        put(keys, "at", moment(row.at()));
        put(
                keys,
                "classes",
                row.classes().isEmpty()
                        ? null
                        : row.classes().stream().distinct().sorted().toList());
        put(keys, "client", row.client());
        put(keys, "entity", row.entity());
        put(keys, "entityId", row.entityId());
        put(keys, "grant", row.grant());
        put(keys, "happenedAt", moment(row.happenedAt()));
        put(keys, "institution", row.institution());
        put(keys, "outcome", row.outcome());
        put(keys, "policy", row.policy());
        put(keys, "purpose", row.purpose());
        put(keys, "query", row.query());
        put(keys, "reason", row.reason());
        put(keys, "role", row.role());
        put(keys, "rows", row.rows());
        put(keys, "seq", row.seq());
        put(keys, "session", row.session());
        put(keys, "xid", row.xid());
        return keys;
    }

    private static void put(Map<String, Object> keys, String key, Object value) {
        if (value != null) {
            keys.put(key, value);
        }
    }

    private static String moment(OffsetDateTime at) {
        return at == null ? null : MOMENT.format(at.withOffsetSameInstant(ZoneOffset.UTC));
    }

    private static String json(Map<String, Object> keys) {
        StringBuilder out = new StringBuilder("{");
        keys.forEach((key, value) -> {
            out.append(out.length() > 1 ? "," : "");
            string(out, key);
            out.append(':');
            value(out, value);
        });
        return out.append('}').toString();
    }

    private static void value(StringBuilder out, Object value) {
        if (value instanceof Number number) {
            out.append(number);
        } else if (value instanceof List<?> list) {
            out.append('[');
            for (int i = 0; i < list.size(); i++) {
                out.append(i > 0 ? "," : "");
                string(out, list.get(i).toString());
            }
            out.append(']');
        } else {
            string(out, value.toString());
        }
    }

    private static void string(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        out.append('"');
    }
}

package org.himaye.accesslog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
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
        return new CanonicalJson().put("event", event).put("row", seq).bytes();
    }

    /** The line for a link that is of no entry; no entry itself. Its time may be any that the database knows, the endless ones too. */
    static byte[] link(OffsetDateTime at, UUID caseId, UUID event, UUID person) {
        return new CanonicalJson()
                .put("at", moment(at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at))
                .put("case", caseId)
                .put("event", event)
                .put("person", person)
                .bytes();
    }

    private static List<byte[]> entries(LogRow row, int cases, int fields) {
        List<List<String>> caseParts = parts(row.cases(), cases);
        List<List<String>> fieldParts = parts(row.fields(), fields);
        int count = Math.max(1, Math.max(caseParts.size(), fieldParts.size()));
        List<byte[]> entries = new ArrayList<>(count);
        for (int part = 0; part < count; part++) {
            List<String> caseList = part < caseParts.size() ? caseParts.get(part) : null;
            List<String> fieldList = part < fieldParts.size() ? fieldParts.get(part) : null;
            entries.add(part == 0 ? first(row, caseList, fieldList, count) : further(row, caseList, fieldList, part));
        }
        return entries;
    }

    private static List<List<String>> parts(List<String> all, int most) {
        List<String> sorted = sorted(all);
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += most) {
            parts.add(sorted.subList(from, Math.min(sorted.size(), from + most)));
        }
        return parts;
    }

    /** Each once. Most lists have one item or none. */
    private static List<String> sorted(List<String> all) {
        return all.size() < 2 ? all : all.stream().distinct().sorted().toList();
    }

    private static byte[] first(LogRow row, List<String> cases, List<String> fields, int parts) {
        return new CanonicalJson()
                .put("act", row.act())
                .put("action", row.action())
                .put("actor", row.actor())
                .put("at", moment(row.at()))
                .put("cases", cases)
                .put("classes", row.classes().isEmpty() ? null : sorted(row.classes()))
                .put("client", row.client())
                .put("entity", row.entity())
                .put("entityId", row.entityId())
                .put("fields", fields)
                .put("grant", row.grant())
                .put("happenedAt", moment(row.happenedAt()))
                .put("id", row.id())
                .put("institution", row.institution())
                .put("outcome", row.outcome())
                .put("parts", parts > 1 ? parts : null)
                .put("policy", row.policy())
                .put("purpose", row.purpose())
                .put("query", row.query())
                .put("reason", row.reason())
                .put("role", row.role())
                .put("rows", row.rows())
                .put("seq", row.seq())
                .put("session", row.session())
                .put("v", version(row))
                .put("xid", row.xid())
                .bytes();
    }

    private static byte[] further(LogRow row, List<String> cases, List<String> fields, int part) {
        return new CanonicalJson()
                .put("cases", cases)
                .put("fields", fields)
                .put("id", row.id())
                .put("part", part)
                .put("v", version(row))
                .bytes();
    }

    private static int version(LogRow row) {
        return row.policy() == null ? WITHOUT_POLICY : VERSION;
    }

    private static String moment(OffsetDateTime at) {
        return at == null ? null : MOMENT.format(at.withOffsetSameInstant(ZoneOffset.UTC));
    }
}

package org.himaye.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bytes that docs/log-format.md promises to whoever checks: written out here, so that no change of them goes unnoticed. */
class LogEntryTest {

    private static final UUID ID = new UUID(1, 2);

    private static LogRow row(String client, List<String> fields, List<String> cases) {
        return row(client, fields, cases, null);
    }

    private static LogRow row(String client, List<String> fields, List<String> cases, String policy) {
        return new LogRow(
                ID,
                OffsetDateTime.parse("2026-11-23T01:34:50.12+04:00"),
                17,
                4294967300L,
                new UUID(3, 4),
                "CASEWORKER",
                new UUID(5, 6),
                "s-1",
                client,
                "case.read",
                "VIEW",
                "case_file",
                new UUID(7, 8),
                fields,
                List.of("LOC", "ID"),
                "CARE",
                null,
                "ALLOWED",
                null,
                1,
                null,
                policy,
                null,
                cases);
    }

    private static List<String> texts(LogRow row) {
        return LogEntry.of(row).stream()
                .map(entry -> new String(entry, StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void anEventIsOneObjectWithSortedKeysAndLists() {
        assertEquals(
                List.of("{\"act\":\"case.read\",\"action\":\"VIEW\",\"actor\":\"00000000-0000-0003-0000-000000000004\","
                        + "\"at\":\"2026-11-22T21:34:50.120000Z\","
                        + "\"cases\":[\"a b\",\"c\"],\"classes\":[\"ID\",\"LOC\"],\"client\":\"desktop\",\"entity\":\"case_file\","
                        + "\"entityId\":\"00000000-0000-0007-0000-000000000008\",\"fields\":[\"person.a\",\"person.b\"],"
                        + "\"id\":\"00000000-0000-0001-0000-000000000002\",\"institution\":\"00000000-0000-0005-0000-000000000006\","
                        + "\"outcome\":\"ALLOWED\",\"purpose\":\"CARE\",\"role\":\"CASEWORKER\",\"rows\":1,\"seq\":17,"
                        + "\"session\":\"s-1\",\"v\":1,\"xid\":4294967300}"),
                texts(row("desktop", List.of("person.b", "person.a"), List.of("c", "a b"))));
    }

    /** Those of before keep their bytes, whatever stands in newer ones. */
    @Test
    void anEventNamesThePolicyThatDecidedItFromVersionTwoOn() {
        String text =
                texts(row("desktop", List.of(), List.of(), "0123456789abcdef")).getFirst();

        assertTrue(text.contains(",\"policy\":\"0123456789abcdef\",\"purpose\":"), text);
        assertTrue(text.contains("\"v\":2,"), text);
    }

    @Test
    void textIsEscapedAsRfc8785SaysAndElseUtf8() {
        String text = texts(row("\"\\\b\f\n\r\t\u0001\u001f/əЖ\uD83D\uDE00\u2028\u007f", List.of(), List.of()))
                .getFirst();

        assertTrue(
                text.contains("\"client\":\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f/əЖ\uD83D\uDE00\u2028\u007f\""), text);
    }

    @Test
    void manyCasesAndFieldsAreContinued() {
        List<String> cases = new ArrayList<>(IntStream.range(0, 60)
                .mapToObj(i -> new UUID(9, i) + " " + new UUID(10, i))
                .toList());
        List<String> fields =
                IntStream.range(0, 80).mapToObj(i -> "person.field" + (100 + i)).toList();
        List<String> shuffled = new ArrayList<>(cases);
        Collections.reverse(shuffled);

        List<String> entries = texts(row("desktop", fields, shuffled));

        assertEquals(3, entries.size());
        assertTrue(entries.get(0).contains("\"parts\":3,"), entries.get(0));
        assertTrue(entries.get(0).contains(list("cases", cases.subList(0, 24))), entries.get(0));
        assertTrue(entries.get(0).contains(list("fields", fields.subList(0, 32))), entries.get(0));
        assertEquals(
                "{" + list("cases", cases.subList(24, 48)) + list("fields", fields.subList(32, 64)) + "\"id\":\"" + ID
                        + "\",\"part\":1,\"v\":1}",
                entries.get(1));
        assertEquals(
                "{" + list("cases", cases.subList(48, 60)) + list("fields", fields.subList(64, 80)) + "\"id\":\"" + ID
                        + "\",\"part\":2,\"v\":1}",
                entries.get(2));
    }

    private static String list(String key, List<String> values) {
        return "\"" + key + "\":[\"" + String.join("\",\"", values) + "\"],";
    }

    @Test
    void longNamesMakeMoreEntriesAndNoneIsLongerThanItMayBe() {
        List<String> cases = IntStream.range(0, 24)
                .mapToObj(i -> new UUID(9, i) + " " + new UUID(10, i))
                .toList();
        List<String> fields = IntStream.range(0, 32)
                .mapToObj(i -> "identification_indicator." + "x".repeat(60) + (10 + i))
                .toList();

        List<byte[]> entries = LogEntry.of(row("desktop", fields, cases));

        assertEquals(2, entries.size());
        assertTrue(entries.stream().allMatch(entry -> entry.length <= LogEntry.MOST_BYTES));
    }
}

package org.himaye.verifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Events such as the system records: people who sign in, look and change, refused sign-ins, and now and then one with a hundred cases. */
public final class MadeEvents {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Random random;
    private final List<String[]> sessions = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private long number;
    private long transaction = 700;

    public MadeEvents(Random random) {
        this.random = random;
    }

    /** Adds events until the log has this many entries or a few more. */
    public MadeLog fill(MadeLog log, int size) throws GeneralSecurityException {
        while (log.entries.size() < size) {
            for (String entry : next()) {
                log.add(entry.getBytes(StandardCharsets.UTF_8));
            }
        }
        log.sign();
        return log;
    }

    /** The entries of the next event. */
    public List<String> next() {
        now = now.plusNanos(1_000L * (1 + random.nextInt(30_000_000)));
        number += 1 + random.nextInt(2);
        transaction += random.nextInt(3);
        if (sessions.isEmpty() || random.nextInt(20) == 0) {
            return signIn();
        }
        // A session does not outlive the day.
        String[] who = sessions.get(Math.max(0, sessions.size() - 1 - random.nextInt(5)));
        TreeMap<String, String> event = event("case.read", "VIEW");
        event.put("actor", text(who[0]));
        event.put("session", text(who[1]));
        event.put("role", text("CASEWORKER"));
        event.put("institution", text(id()));
        event.put("entity", text("case_file"));
        event.put("entityId", text(id()));
        event.put("purpose", text("CARE"));
        event.put("classes", "[\"IDENTITY\",\"NARRATIVE\"]");
        if (random.nextInt(2) == 0) {
            event.put("policy", text("0123456789abcdef"));
            event.put("v", "2");
        }
        if (random.nextInt(9) == 0) {
            event.put("query", text("0123456789abcdef"));
            event.put("reason", text("\u0259\\\\ \\\"\\u0007"));
        }
        List<String> cases =
                some(random.nextInt(30) == 0 ? 100 : random.nextInt(4), i -> id() + (i % 2 == 0 ? " " + id() : ""));
        List<String> fields =
                some(random.nextInt(40) == 0 ? 70 : random.nextInt(9), i -> String.format("case_file.f%03d", i));
        return parts(event, cases, fields);
    }

    private List<String> signIn() {
        TreeMap<String, String> event = event("session.keep", "LOGIN");
        if (random.nextInt(4) == 0) {
            event.put("outcome", text("DENIED"));
            event.put("reason", text("NO_FUNCTION"));
        } else {
            String[] who = {id(), id()};
            sessions.add(who);
            event.put("actor", text(who[0]));
            event.put("session", text(who[1]));
        }
        return parts(event, List.of(), List.of());
    }

    private TreeMap<String, String> event(String act, String action) {
        TreeMap<String, String> event = new TreeMap<>();
        event.put("act", text(act));
        event.put("action", text(action));
        event.put("at", text(MOMENT.format(now.plusSeconds(random.nextInt(100)))));
        event.put("client", text("desktop 10.1.2.0/24"));
        event.put("id", text(id()));
        event.put("outcome", text("ALLOWED"));
        event.put("rows", "1");
        event.put("seq", String.valueOf(number));
        event.put("v", "1");
        event.put("xid", String.valueOf(transaction));
        return event;
    }

    private static List<String> parts(TreeMap<String, String> event, List<String> cases, List<String> fields) {
        int parts = Math.max(1, Math.max((cases.size() + 23) / 24, (fields.size() + 31) / 32));
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            TreeMap<String, String> part = i == 0 ? event : new TreeMap<>();
            list(part, "cases", cases, i * 24, 24);
            list(part, "fields", fields, i * 32, 32);
            if (i == 0 && parts > 1) {
                part.put("parts", String.valueOf(parts));
            }
            if (i > 0) {
                part.put("id", event.get("id"));
                part.put("part", String.valueOf(i));
                part.put("v", event.get("v"));
            }
            entries.add(part.entrySet().stream()
                    .map(each -> "\"" + each.getKey() + "\":" + each.getValue())
                    .collect(Collectors.joining(",", "{", "}")));
        }
        return entries;
    }

    private static void list(TreeMap<String, String> part, String key, List<String> all, int from, int most) {
        if (from < all.size()) {
            List<String> some = all.subList(from, Math.min(all.size(), from + most));
            part.put(key, some.stream().map(MadeEvents::text).collect(Collectors.joining(",", "[", "]")));
        }
    }

    private static List<String> some(int count, IntFunction<String> make) {
        return IntStream.range(0, count).mapToObj(make).sorted().toList();
    }

    private static String text(String value) {
        return "\"" + value + "\"";
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}

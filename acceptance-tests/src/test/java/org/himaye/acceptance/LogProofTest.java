package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log seals itself while the system runs; a witness with its token gets hashes and gives its signature, and nobody else gets anything. */
class LogProofTest {

    private static final String TOKEN = "c0ffee-token-of-a-witness";
    private static final String WITNESS = "auditor.example/witness";

    private final Path tokens = Himaye.stack().places().keys().resolve("witness.sha256");
    private final Path witnesses = Himaye.stack().places().keys().resolve("witness.vkey");
    /** Without the offer of HTTP/2, after which the server does not know where a body ends. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void giveTheTokenAway() throws Exception {
        Files.writeString(tokens, HexFormat.of().formatHex(sha256(TOKEN.getBytes(StandardCharsets.UTF_8))) + "\n");
    }

    @AfterEach
    void takeItBack() throws IOException {
        Files.deleteIfExists(tokens);
        Files.deleteIfExists(witnesses);
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private HttpResponse<byte[]> ask(String path, String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Himaye.address() + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String checkpoint() {
        Eventually.holds(
                "there is a checkpoint",
                () -> ask("/log/checkpoint", TOKEN, null).statusCode() == 200);
        return new String(ask("/log/checkpoint", TOKEN, null).body(), StandardCharsets.UTF_8);
    }

    @Test
    void eventsAreSealedAndTheServerSaysSo() {
        String newest = "select coalesce(max(seq), 0) from himaye.access_event";
        long now = Database.number(newest);

        Eventually.holds(
                "what was recorded has its leaf",
                () -> Database.number("select count(*) from himaye.log_leaf where event_seq = " + now) > 0,
                Sealing::now);
        checkpoint();
        String health = health();
        for (String each : List.of("lagSeconds:", "signed:true", "proved:true", "name:sealer")) {
            assertTrue(health.contains(each), health);
        }
        assertEquals(200, ask("/health/live", null, null).statusCode());
    }

    /** A transaction that stays open holds back what came after it: after five seconds people are told, and when it is over. */
    @Test
    void whatWaitsForItsSealLongerThanFiveSecondsIsAnAlarm() throws Exception {
        Path log = Himaye.stack().places().log().resolve("payara.log");
        long before = alarms(log);
        assertTrue(inTime(), "sealed in time");
        try (Connection holder = Himaye.stack().superuser("himaye");
                Statement hold = holder.createStatement()) {
            holder.setAutoCommit(false);
            hold.execute("select pg_current_xact_id()");
            long begin = System.nanoTime();
            assertEquals(404, ask("/log/checkpoint", TOKEN + "x", null).statusCode());
            Eventually.holds("health alarms", () -> lag() > 5 && healthSays("name:log,status:DOWN"), Sealing::now);
            assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() >= 5, "not before its time");
            assertEquals(before + 1, alarms(log), "once in the server's log");
            assertEquals(200, ask("/health/ready", null, null).statusCode(), "pages go on");
            holder.rollback();
        }
        Eventually.holds("sealed in time again", this::inTime, Sealing::now);
    }

    private static long alarms(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains("Events wait for more than 5 s to be sealed"))
                    .count();
        }
    }

    /** At least every ten seconds as long as it grows (security.md 3.4). */
    @Test
    void aLogThatGrowsIsSignedEveryTenSeconds() throws Exception {
        String begun = Database.texts("select clock_timestamp()::text").getFirst();
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            Eventually.holds(
                    "it was signed four times",
                    () -> {
                        visit.get("/task/myday.xhtml");
                        return Database.number(
                                        "select count(*) from himaye.log_checkpoint where at > cast(? as timestamptz)",
                                        begun)
                                > 3;
                    },
                    Sealing::now);
        }
        List<String> gaps = Database.texts(
                "select round(extract(epoch from at - lag(at) over (order by size)), 2)::text from himaye.log_checkpoint"
                        + " where at > cast(? as timestamptz) order by size offset 1",
                begun);

        assertTrue(gaps.size() >= 3, gaps::toString);
        assertTrue(gaps.stream().allMatch(gap -> Double.parseDouble(gap) <= 10), gaps::toString);
    }

    /** As superuser, past every trigger; under the sealer's own lock, so that it is between two of its rounds. */
    private static void bringBackTo(long size) {
        Database.change(
                "begin; select pg_advisory_xact_lock(20346794479996743); set local session_replication_role = replica;"
                        + " update himaye.log_position set size = " + size + "; commit");
    }

    private String health() {
        return new String(ask("/health", null, null).body(), StandardCharsets.UTF_8).replace("\"", "");
    }

    private boolean healthSays(String word) {
        return health().contains(word);
    }

    /** Up, unless another test left rows that no program of ours writes, which health says until the next start. */
    private boolean inTime() {
        return lag() <= 5 && healthSays("name:log,status:" + (healthSays("fits:true") ? "UP" : "DOWN"));
    }

    private long lag() {
        return Long.parseLong(health().replaceFirst("(?s).*lagSeconds:(\\d+).*", "$1"));
    }

    @Test
    void aLogThatIsNotTheSignedOneIsNotGoneOnWithAndTheServerSaysSo() {
        checkpoint();
        String told = "select count(*) from himaye.access_event where act = 'log.seal' and reason = 'LOG_UNPROVED'";
        long before = Database.number(told);
        long size = Database.number("select max(leaf_index) + 1 from himaye.log_leaf");
        bringBackTo(0);
        long now;
        try {
            // Something to seal: a log in which nothing is written is looked at once a minute.
            assertEquals(404, ask("/log/checkpoint", TOKEN + "x", null).statusCode());
            Eventually.holds("health says that it is another log", () -> healthSays("proved:false"), Sealing::now);
            Eventually.holds("so does an event", () -> Database.number(told) > before);
            size = Database.number("select max(leaf_index) + 1 from himaye.log_leaf");
            now = Database.number("select max(seq) from himaye.access_event");
            assertEquals(200, ask("/health/live", null, null).statusCode());
        } finally {
            bringBackTo(size);
        }
        Eventually.holds("it goes on by itself", () -> healthSays("proved:true"), Sealing::now);
        Eventually.holds(
                "what waited is sealed",
                () -> Database.number("select count(*) from himaye.log_leaf where event_seq = " + now) > 0,
                Sealing::now);
    }

    @Test
    void aWitnessGetsHashesAndNobodyElseAnything() throws Exception {
        String[] lines = checkpoint().split("\n");
        assertTrue(lines[0].startsWith("himaye/"), lines[0]);

        byte[] first = ask("/log/tile/0/000.p/1", TOKEN, null).body();
        assertEquals(
                HexFormat.of().formatHex(first),
                Database.texts("select encode(hash, 'hex') from himaye.log_leaf where leaf_index = 0")
                        .getFirst());
        assertEquals(404, ask("/log/tile/entries/000.p/1", TOKEN, null).statusCode());
        assertEquals(404, ask("/log/tile/0/x999/999", TOKEN, null).statusCode());

        long before = Database.number(
                "select count(*) from himaye.access_event where outcome = 'DENIED' and reason = 'UNKNOWN_ADDRESS'");
        HttpResponse<byte[]> stranger = ask("/log/checkpoint", TOKEN + "x", null);
        assertEquals(404, stranger.statusCode());
        assertTrue(!new String(stranger.body(), StandardCharsets.UTF_8).contains("himaye/"));
        assertEquals(404, ask("/log/witness", TOKEN + "x", "anything").statusCode());
        assertEquals(
                before + 2,
                Database.number(
                        "select count(*) from himaye.access_event where outcome = 'DENIED' and reason = 'UNKNOWN_ADDRESS'"));
        for (String method : List.of("OPTIONS", "PUT", "DELETE")) {
            HttpRequest odd = HttpRequest.newBuilder(URI.create(Himaye.address() + "/log/checkpoint"))
                    .header("Authorization", "Bearer " + TOKEN)
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            assertEquals(
                    404,
                    client.send(odd, HttpResponse.BodyHandlers.discarding()).statusCode(),
                    method);
        }
        assertEquals(
                before + 5,
                Database.number(
                        "select count(*) from himaye.access_event where outcome = 'DENIED' and reason = 'UNKNOWN_ADDRESS'"));
        assertTrue(ask("/log/checkpoint", null, null).statusCode() / 100 == 3);
        Visit auditor = Visit.of(DemoPerson.auditor1);
        assertEquals(404, auditor.get("/log/checkpoint").status());
        auditor.leave();
    }

    @Test
    void aCosignatureOfAKnownWitnessIsKept() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] typed = Arrays.copyOfRange(encoded, encoded.length - 33, encoded.length);
        typed[0] = 4;
        byte[] mark = Arrays.copyOf(sha256((WITNESS + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
        Files.writeString(
                witnesses,
                WITNESS + "+" + HexFormat.of().formatHex(mark) + "+"
                        + Base64.getEncoder().encodeToString(typed) + "\n");
        String note = checkpoint();
        String body = note.substring(0, note.indexOf("\n\n") + 1);
        long time = 1_790_000_000;
        Signature signing = Signature.getInstance("Ed25519");
        signing.initSign(pair.getPrivate());
        signing.update(("cosignature/v1\ntime " + time + "\n" + body).getBytes(StandardCharsets.UTF_8));
        byte[] signature = signing.sign();
        byte[] line =
                ByteBuffer.allocate(76).put(mark).putLong(time).put(signature).array();
        String cosigned = note + "— " + WITNESS + " " + Base64.getEncoder().encodeToString(line) + "\n";

        assertEquals(403, ask("/log/witness", TOKEN, note).statusCode());
        assertEquals(
                403,
                ask("/log/witness", TOKEN, cosigned.replaceFirst("\n[0-9]+\n", "\n999999999\n"))
                        .statusCode());
        line[line.length - 1] ^= 1;
        assertEquals(
                403,
                ask(
                                "/log/witness",
                                TOKEN,
                                note + "— " + WITNESS + " "
                                        + Base64.getEncoder().encodeToString(line) + "\n")
                        .statusCode());
        assertEquals(204, ask("/log/witness", TOKEN, cosigned).statusCode());

        String size = body.split("\n")[1];
        assertArrayEquals(
                new String[] {cosigned.substring(cosigned.lastIndexOf("— " + WITNESS))},
                Database.texts("select cosigned from himaye.log_checkpoint where size = " + size)
                        .toArray());
    }
}

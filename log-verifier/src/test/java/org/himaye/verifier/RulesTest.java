package org.himaye.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.himaye.verifier.log.LogVerifier;
import org.himaye.verifier.log.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs whose hashes and signatures are right, with something in them that must not be: whoever seals may be the one who forges. */
class RulesTest {

    private static final String ID = "11111111-1111-4111-8111-11111111111";
    private static final String GOOD =
            "{\"act\":\"case.read\",\"action\":\"VIEW\",\"at\":\"2026-11-22T08:00:00.000000Z\",\"id\":\"" + ID
                    + "1\",\"outcome\":\"ALLOWED\",\"rows\":1,\"seq\":7,\"v\":1,\"xid\":9}";
    private static final String PART = "{\"cases\":[\"" + ID + "2\"],\"id\":\"" + ID + "1\",\"part\":1,\"v\":1}";

    @TempDir
    Path place;

    private final List<String> entries = new ArrayList<>();
    private int tried;

    private Report check() throws Exception {
        MadeLog log = new MadeLog("himaye/rules");
        for (String entry : entries) {
            log.add(entry.getBytes(StandardCharsets.UTF_8));
        }
        log.sign();
        Path folder = place.resolve("log" + tried++);
        log.write(folder);
        return new LogVerifier(folder, LogVerifier.key(folder.resolve("log.vkey"))).verify();
    }

    private void expect(int exitCode, long index, String words) throws Exception {
        Report report = check();
        assertEquals(exitCode, report.exitCode(), report::text);
        assertEquals(index, report.findings().getFirst().index());
        assertTrue(report.findings().getFirst().words().contains(words), report::text);
    }

    private static String with(String key, String value) {
        return GOOD.replaceFirst("\"" + key + "\":(\"[^\"]*\"|[0-9]+)", "\"" + key + "\":" + value);
    }

    @Test
    void theOneFormIsSound() throws Exception {
        entries.add(GOOD);
        assertEquals(0, check().exitCode());
    }

    /** Each another writing of the same, or of something that is not in the table. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "{\"act\" # { \"act\"",
                "\"v\":1,\"xid\":9 # \"xid\":9,\"v\":1",
                "\"v\":1 # \"v\":2",
                "\"v\":1 # \"v\":1,\"v\":1",
                "\"v\":1 # \"v\":1,\"w\":1",
                "\"rows\":1 # \"rows\":01",
                "\"rows\":1 # \"rows\":1.0",
                "\"rows\":1 # \"rows\":-1",
                "\"rows\":1 # \"rows\":9007199254740992",
                "\"rows\":1 # \"rows\":\"1\"",
                "\"rows\":1, # ^^",
                "\"case.read\" # \"case\\u002eread\"",
                "\"case.read\" # null",
                "\"case.read\" # \"case read\"",
                "\"ALLOWED\" # \"PERHAPS\"",
                "08:00:00.000000Z # 08:00:00.000Z",
                "08:00:00.000000Z # 24:00:00.000000Z",
                "11-22T08 # 02-30T08",
                "111\",\"outcome # 11A\",\"outcome",
                "\"id\" # \"fields\":[],\"id\"",
                "\"id\" # \"fields\":[\"t.b\",\"t.a\"],\"id\"",
                "\"id\" # \"fields\":[\"t.a\",\"t.a\"],\"id\"",
                "\"id\" # \"cases\":[\"x\"],\"id\"",
                "\"outcome\" # \"part\":1,\"outcome\"",
                "\"outcome\":\"ALLOWED\" # \"outcome\":\"ALLOWED\",\"parts\":1",
                "\"rows\" # \"reason\":\"\",\"rows\"",
                "\"rows\" # \"reason\":\"\\/\",\"rows\"",
                "\"rows\" # \"reason\":\"\\u000a\",\"rows\"",
                "\"rows\" # \"reason\":\"\\u001F\",\"rows\"",
                "\"rows\" # \"query\":\"0123456789ABCDEF\",\"rows\"",
                "\"rows\" # \"policy\":\"0123456789abcdef\",\"rows\"",
                "\"v\":1 # \"v\":2",
            })
    void anotherFormIsNot(String good, String bad) throws Exception {
        String changed = GOOD.replace(good.strip(), bad == null ? "" : bad.strip());
        assertTrue(!changed.equals(GOOD), "nothing was replaced");
        entries.add(changed);
        expect(1, 0, "has not the form");
    }

    @Test
    void anEntryIsNotTooLong() throws Exception {
        entries.add(GOOD.replace("\"rows\"", "\"reason\":\"" + "x".repeat(4096) + "\",\"rows\""));
        expect(1, 0, "more than 4096");
    }

    @Test
    void aRowIsSealedOnce() throws Exception {
        entries.addAll(List.of(GOOD, with("seq", "8"), with("seq", "7")));
        expect(1, 2, "row 7 is in the log a second time");
    }

    @Test
    void aPartIsOfTheVersionOfItsEvent() throws Exception {
        entries.add(GOOD.replace("\"rows\"", "\"parts\":2,\"rows\""));
        entries.add(PART.replace("\"v\":1", "\"v\":2"));
        expect(1, 1, "part 1 of event");
    }

    @Test
    void partsStandTogether() throws Exception {
        String event = GOOD.replace("\"rows\"", "\"parts\":3,\"rows\"")
                .replace("\"id\"", "\"cases\":[\"" + ID + "0\"],\"id\"");
        String second = PART.replace("\"part\":1", "\"part\":2").replace(ID + "2\"]", ID + "3\"]");
        entries.addAll(List.of(event, PART, second));
        assertEquals(0, check().exitCode());

        entries.set(2, with("seq", "8"));
        expect(1, 2, "part 2 of 3");
        entries.remove(2);
        expect(1, 2, "part 2 of 3");
        entries.add(PART);
        expect(1, 2, "should be part 2");
        entries.set(2, second.replace(ID + "3\"]", ID + "1\"]"));
        expect(1, 2, "does not go on");
        entries.set(0, GOOD);
        expect(1, 1, "goes on with an event that is not before it");
    }

    /** A row that somebody put in with the time of last week. */
    @Test
    void aTimeAgainstTheOrderIsStrange() throws Exception {
        entries.addAll(List.of(
                GOOD,
                with("seq", "8").replace("08:00:00", "07:58:00"),
                with("seq", "9").replace("08:00:00.000000", "07:57:59.999999")));
        expect(3, 2, "false time");
    }

    @Test
    void aSessionWithoutSignInIsStrange() throws Exception {
        String act = with("v", "1").replace("\"v\"", "\"session\":\"s1\",\"v\"");
        String signIn = act.replace("\"VIEW\"", "\"LOGIN\"").replace("\"seq\":7", "\"seq\":8");
        entries.addAll(List.of(signIn, act, act.replace("\"s1\"", "\"s2\"").replace("\"seq\":7", "\"seq\":9")));
        expect(3, 2, "nobody signed in");
        entries.set(0, signIn.replace("ALLOWED", "DENIED"));
        expect(3, 0, "nobody signed in");
        entries.set(0, signIn.replace("11-22", "11-20"));
        expect(3, 1, "nobody signed in");
    }

    /** A key that was lost may be found by somebody: it counts for what came before, and for nothing after. */
    @Test
    void aLogGoesOnUnderAnotherKeyAndTheOneBeforeSignsNoMore() throws Exception {
        MadeLog log = new MadeEvents(new Random(6)).fill(new MadeLog("himaye/keys"), 40);
        log.earlier.add(log.note(20));
        MadeLog lost = new MadeLog(log);
        log.loseTheKey();
        log.earlier.add(log.note(30));
        log.sign();
        assertEquals(0, check(log, log.vkeys()).exitCode());

        assertTrue(first(check(log, lost.vkey())).contains("not signed by a key"));
        assertTrue(first(check(log, log.vkey())).contains("not signed by a key"));
        assertTrue(first(check(log, log.vkey() + "\n" + lost.vkey())).contains("was replaced"));
        MadeLog stolen = new MadeLog(log);
        stolen.earlier.add(lost.note(35));
        assertTrue(first(check(stolen, log.vkeys())).contains("key 1, which was replaced at 30"));
    }

    private Report check(MadeLog log, String keys) throws Exception {
        Path folder = place.resolve("log" + tried++);
        log.write(folder);
        return new LogVerifier(folder, LogVerifier.key(Files.writeString(place.resolve("keys"), keys))).verify();
    }

    private static String first(Report broken) {
        assertEquals(1, broken.exitCode(), broken::text);
        return broken.findings().getFirst().words();
    }

    /** Four levels of hashes, so that rows above the second are looked at. */
    @Test
    void aLogOfManyLevelsIsSoundAndAHashHighUpIsChecked() throws Exception {
        MadeLog log = new MadeEvents(new Random(5)).fill(new MadeLog("himaye/big"), 65_536 + 300);
        log.earlier.add(log.note(65_536));
        log.earlier.add(log.note(65_537));
        log.write(place);
        LogVerifier verifier = new LogVerifier(place, LogVerifier.key(place.resolve("log.vkey")));
        Report sound = verifier.verify();
        assertEquals(0, sound.exitCode(), sound::text);

        Path high = place.resolve("tile/2/000.p/1");
        byte[] hash = Files.readAllBytes(high);
        hash[5] ^= 1;
        Files.write(high, hash);
        Report broken = new LogVerifier(place, LogVerifier.key(place.resolve("log.vkey"))).verify();
        assertEquals(1, broken.exitCode());
        assertTrue(broken.findings().getFirst().place().startsWith("tile/2/000.p/1"), broken::text);

        hash[5] ^= 1;
        Files.write(high, hash);
        Path middle = place.resolve("tile/1/000");
        byte[] row = Files.readAllBytes(middle);
        row[77 * 32] ^= 1;
        Files.write(middle, row);
        Report inner = new LogVerifier(place, LogVerifier.key(place.resolve("log.vkey"))).verify();
        assertEquals(77 * 256, inner.findings().getFirst().index(), inner::text);
    }
}

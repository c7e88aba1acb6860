package org.himaye.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.himaye.verifier.log.Finding;
import org.himaye.verifier.log.LogVerifier;
import org.himaye.verifier.log.Report;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to a log, anywhere, is found and has a place; a log to which nothing is done is sound. */
class MutationTest {

    private static final int SHORT = 20;
    private static final int LONG = 200;
    private static final long THEN = 1_795_000_000L;

    @TempDir
    Path place;

    private Random random;
    private MadeLog log;
    private int size;
    private int half;
    private int tried;

    static LongStream seeds() {
        return LongStream.range(0, "yes".equals(System.getProperty("himaye.long")) ? LONG : SHORT);
    }

    private void make(long seed) throws Exception {
        random = new Random(seed);
        log = new MadeEvents(random)
                .fill(new MadeLog("himaye/" + new UUID(1, seed)), 2 + random.nextInt(seed % 5 == 0 ? 700 : 300));
        size = log.entries.size();
        half = wholeEvents(size / 2);
        log.earlier.add(log.note(half / 2));
        log.earlier.add(log.cosigned(half, THEN));
    }

    /** The greatest size of at most this that does not end within an event. */
    private int wholeEvents(int most) {
        int end = most;
        while (end < size && !text(log.entries.get(end)).startsWith("{\"act\"")) {
            end--;
        }
        return end;
    }

    private static String text(byte[] entry) {
        return new String(entry, StandardCharsets.UTF_8);
    }

    private Path write(MadeLog changed) throws IOException, GeneralSecurityException {
        Path folder = place.resolve("log" + tried++);
        changed.write(folder);
        return folder;
    }

    private static Report check(Path folder, Path... witnessFiles) {
        LogVerifier verifier = new LogVerifier(folder, LogVerifier.key(folder.resolve("log.vkey"))).threads(1);
        for (Path file : witnessFiles) {
            verifier.with(file);
        }
        return verifier.verify();
    }

    private static Finding broken(Report report) {
        assertEquals(1, report.exitCode(), report::text);
        Finding first = report.findings().getFirst();
        assertFalse(first.place().isBlank(), "it names a place");
        return first;
    }

    private void foundAt(int index, MadeLog changed) throws IOException, GeneralSecurityException {
        assertEquals(index, broken(check(write(changed))).index());
    }

    /** A hash over many entries tells that one of them is other, not which. */
    private void foundAround(int index, MadeLog changed) throws IOException, GeneralSecurityException {
        Report report = check(write(changed));
        broken(report);
        boolean named = report.findings().stream().anyMatch(each -> each.index() <= index && index <= each.last());
        assertTrue(named, report.text() + ", but it was " + index);
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isFound(long seed) throws Exception {
        make(seed);
        Report untouched = check(write(log));
        assertEquals(0, untouched.exitCode(), untouched::text);
        assertEquals(size, untouched.size());
        entries();
        files();
        order();
        pastAndKey();
    }

    private void entries() throws Exception {
        int at = random.nextInt(size);
        byte[] entry = log.entries.get(at);
        MadeLog flip = new MadeLog(log);
        flip.entries.set(at, flipped(entry, random.nextInt(entry.length * 8)));
        foundAt(at, flip);

        MadeLog eventOnly = new MadeLog(log);
        eventOnly.entries.set(at, otherId(entry));
        foundAt(at, eventOnly);

        MadeLog leafOnly = new MadeLog(log);
        leafOnly.leaves.set(at, flipped(log.leaves.get(at), random.nextInt(256)));
        foundAt(at, leafOnly);

        MadeLog both = new MadeLog(log);
        both.entries.set(at, otherId(entry));
        both.leaves.set(at, MadeLog.leaf(otherId(entry)));
        foundAround(at, both);

        MadeLog blank = new MadeLog(log);
        blank.entries.set(at, new byte[0]);
        foundAt(at, blank);

        MadeLog left = new MadeLog(log);
        left.unsealed = text(entry) + "\n";
        assertEquals("unsealed, line 1", broken(check(write(left))).place());
    }

    private static byte[] otherId(byte[] entry) {
        String text = text(entry);
        int digit = text.indexOf("\"id\":\"") + 6;
        char other = text.charAt(digit) == '0' ? '1' : '0';
        return (text.substring(0, digit) + other + text.substring(digit + 1)).getBytes(StandardCharsets.UTF_8);
    }

    private void files() throws Exception {
        Path folder = write(log);
        List<Path> tiles;
        try (Stream<Path> all = Files.walk(folder.resolve("tile"))) {
            tiles = all.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
        Path tile = tiles.get(random.nextInt(tiles.size()));
        byte[] good = Files.readAllBytes(tile);
        String name = folder.relativize(tile).toString();

        Files.write(tile, flipped(good, random.nextInt(good.length * 8)));
        assertTrue(namedIn(check(folder), name), name);
        Files.write(tile, Arrays.copyOf(good, good.length - 1));
        assertTrue(namedIn(check(folder), name), name);
        Files.write(tile, Arrays.copyOf(good, good.length + 1));
        assertTrue(namedIn(check(folder), name), name);
        Files.delete(tile);
        assertTrue(namedIn(check(folder), name), name);
        Files.write(tile, good);
        Files.createDirectories(folder.resolve("tile/3/009.p"));
        Files.write(folder.resolve("tile/3/009.p/7"), good);
        assertTrue(namedIn(check(folder), "tile/3/009.p/7"));
        Files.delete(folder.resolve("tile/3/009.p/7"));

        byte[] note = log.checkpoint;
        int end = new String(note, StandardCharsets.ISO_8859_1).lastIndexOf('=');
        Files.write(folder.resolve("checkpoint"), flipped(note, random.nextInt(end * 8)));
        assertEquals("checkpoint", broken(check(folder)).place());
        Files.write(folder.resolve("checkpoint"), note);
        assertEquals(0, check(folder).exitCode());
        Files.delete(folder.resolve("unsealed"));
        assertEquals("unsealed", broken(check(folder)).place());
    }

    /** Not always first: a damaged hash has consequences elsewhere. */
    private static boolean namedIn(Report report, String name) {
        broken(report);
        return report.findings().stream().anyMatch(each -> (each.place() + " " + each.words()).contains(name));
    }

    private void order() throws Exception {
        int at = random.nextInt(size);
        MadeLog without = new MadeLog(log);
        without.entries.remove(at);
        without.leaves.remove(at);
        broken(check(write(without)));
        without.add(otherId(log.entries.get(at)));
        foundAround(at, without);

        int other = random.nextInt(size);
        if (other != at) {
            MadeLog swapped = new MadeLog(log);
            Collections.swap(swapped.entries, at, other);
            Collections.swap(swapped.leaves, at, other);
            foundAround(Math.min(at, other), swapped);
        }

        MadeLog with = new MadeLog(log);
        byte[] foreign = otherId(log.entries.get(at));
        with.entries.add(at, foreign);
        with.leaves.add(at, MadeLog.leaf(foreign));
        broken(check(write(with)));
        with.entries.removeLast();
        with.leaves.removeLast();
        foundAround(at, with);
    }

    /** What whoever holds the key and the disk can do is seen by those who remember. */
    private void pastAndKey() throws Exception {
        Path witness = place.resolve("witness" + tried);
        log.writeWitness(witness, List.of(log.cosigned(half, THEN), log.cosigned(size, THEN)));
        Report remembered = check(write(log), witness);
        assertEquals(0, remembered.exitCode(), remembered::text);
        assertEquals(size, remembered.witnessed());

        int cut = wholeEvents(random.nextInt(size));
        MadeLog truncated = new MadeLog(log);
        truncated.entries.subList(cut, size).clear();
        truncated.leaves.subList(cut, size).clear();
        truncated.earlier.clear();
        truncated.sign();
        seenOnlyWith(witness, truncated, cut);

        MadeLog forked = new MadeLog(log);
        int at = wholeEvents(random.nextInt(size));
        forked.entries.set(at, otherClient(log.entries.get(at)));
        forked.leaves.set(at, MadeLog.leaf(forked.entries.get(at)));
        forked.earlier.clear();
        forked.earlier.add(forked.note(half));
        forked.sign();
        seenOnlyWith(witness, forked, at);

        MadeLog replayed = new MadeLog(log);
        replayed.entries.subList(half, size).clear();
        replayed.leaves.subList(half, size).clear();
        replayed.checkpoint = replayed.earlier.removeLast();
        seenOnlyWith(witness, replayed, half);
    }

    /** A change that leaves every rule within a single log in force. */
    private static byte[] otherClient(byte[] event) {
        String changed = text(event).replaceFirst("\"client\":\"[^\"]*\"", "\"client\":\"phone 10.9.9.0/24\"");
        return changed.getBytes(StandardCharsets.UTF_8);
    }

    private void seenOnlyWith(Path witness, MadeLog changed, int at) throws Exception {
        Path folder = write(changed);
        Report alone = check(folder);
        assertEquals(0, alone.exitCode(), alone::text);
        Finding first = broken(check(folder, witness));
        assertTrue(first.index() <= at, first + ", but it was " + at);
    }
}

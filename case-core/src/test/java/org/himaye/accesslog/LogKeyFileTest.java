package org.himaye.accesslog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeyFileTest {

    private static final String NAME = "himaye/00000000-0000-0000-0000-000000000001";

    @TempDir
    Path keys;

    /** By the words of C2SP signed-note, with nothing of ours. */
    @Test
    void whoeverHasThePublicLineChecksASignature() throws Exception {
        LogSigner signer = LogKeyFile.in(keys, NAME, null);
        String body = NAME + "\n5\nAAAA\n";
        String line = signer.signature(body);

        String[] vkey = signer.verifierKey().split("\\+", 3);
        byte[] typed = Base64.getDecoder().decode(vkey[2]);
        assertEquals(NAME, vkey[0]);
        assertEquals(1, typed[0]);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((NAME + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] mark = Arrays.copyOf(digest.digest(typed), 4);
        assertEquals(HexFormat.of().formatHex(mark), vkey[1]);

        assertTrue(line.startsWith("— " + NAME + " ") && line.endsWith("\n"), line);
        byte[] marked = Base64.getDecoder().decode(line.strip().split(" ")[2]);
        assertArrayEquals(mark, Arrays.copyOf(marked, 4));
        byte[] x509 = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(typed, 1, 33));
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
        check.update(body.getBytes(StandardCharsets.UTF_8));
        assertTrue(check.verify(Arrays.copyOfRange(marked, 4, marked.length)));
    }

    @Test
    void theFirstKeyIsMadeForItsOwnerAloneAndStays() throws Exception {
        String line = LogKeyFile.in(keys, NAME, null).verifierKey();

        assertEquals(line, LogKeyFile.in(keys, NAME, line).verifierKey());
        assertEquals(line, Files.readString(keys.resolve("log.vkey")).strip());
        assertEquals(
                "r--------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("log.key"))));
    }

    @Test
    void aLostKeyIsNotReplacedAndAnotherLogsIsNotUsed() throws Exception {
        String line = LogKeyFile.in(keys, NAME, null).verifierKey();
        Path others = Files.createDirectory(keys.resolve("others"));
        LogKeyFile.in(others, NAME, null);

        assertThrows(LogKeyAway.class, () -> LogKeyFile.in(others, NAME, line));
        Files.delete(keys.resolve("log.key"));
        assertThrows(LogKeyAway.class, () -> LogKeyFile.in(keys, NAME, line));
        assertTrue(Files.notExists(keys.resolve("log.key")));
    }

    /** Half of another file: what it signs nobody could check. */
    @Test
    void halvesThatDoNotFitSignNothing() throws Exception {
        LogKeyFile.in(keys, NAME, null);
        Path others = Files.createDirectory(keys.resolve("others"));
        LogKeyFile.in(others, NAME, null);
        Path file = keys.resolve("log.key");
        String mixed = Files.readAllLines(file).getFirst() + "\n"
                + Files.readAllLines(others.resolve("log.key")).getLast() + "\n";
        Files.delete(file);
        Files.writeString(file, mixed);

        assertThrows(LogKeyAway.class, () -> LogKeyFile.in(keys, NAME, null));
    }

    @Test
    void ofTwoThatBeginAtOnceOneMakesTheKey() throws Exception {
        Callable<String> begin = () -> LogKeyFile.in(keys, NAME, null).verifierKey();
        for (int round = 0; round < 20; round++) {
            try (ExecutorService servers = Executors.newFixedThreadPool(4)) {
                Set<String> lines = new HashSet<>();
                for (Future<String> each : servers.invokeAll(Collections.nCopies(4, begin))) {
                    lines.add(each.get());
                }
                assertEquals(1, lines.size());
            }
            Files.delete(keys.resolve("log.key"));
        }
    }
}

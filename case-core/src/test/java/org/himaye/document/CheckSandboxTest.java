package org.himaye.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a program can do that a file has broken, in each of the ways to enclose it that this system permits (security.md T15). */
class CheckSandboxTest {

    @TempDir
    private Path folder;

    private String attempts(CheckSandbox sandbox) throws IOException, InterruptedException {
        Path secret = Files.writeString(folder.resolve("secret"), "key");
        String classes = Path.of(Intruder.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        String home = System.getProperty("java.home");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<String> java = List.of(
                    home + "/bin/java",
                    "-Xmx448m",
                    "-XX:+UseSerialGC",
                    "-XX:CompressedClassSpaceSize=48m",
                    "-XX:ReservedCodeCacheSize=48m",
                    "-XX:-UsePerfData",
                    "-cp",
                    classes,
                    Intruder.class.getName(),
                    Integer.toString(server.getLocalPort()),
                    secret.toString(),
                    folder.resolve("new").toString());
            ProcessBuilder program = new ProcessBuilder(sandbox.command(List.of(classes, home), java));
            program.environment().clear();
            Process running = program.redirectErrorStream(true).start();
            String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            running.waitFor();
            return said.strip().replace("\n", " ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatABrokenProgramCanDo(CheckSandbox sandbox) throws IOException, InterruptedException {
        if (sandbox.compareTo(CheckSandbox.here()) < 0) {
            return; // this system does not permit so much, and says so in its health
        }
        assertEquals(
                switch (sandbox) {
                    case CLOSED -> "done";
                    case LIMITED -> "network read processes done";
                    case OPEN -> "network read write processes done";
                },
                attempts(sandbox));
    }

    /** Any Linux has the bounds. */
    @Test
    void somethingIsPermittedHere() throws IOException {
        assertNotEquals(CheckSandbox.OPEN, CheckSandbox.here());
        assertTrue(new ContentCheck().sandbox().matches("closed|limited"));
    }

    /** Where temporary folders are cleaned away, files are checked all the same. */
    @Test
    void theEmptyFolderIsMadeAnew() throws IOException {
        Files.delete(Path.of(CheckSandbox.EmptyFolder.path()));

        assertTrue(Files.isDirectory(Path.of(CheckSandbox.EmptyFolder.path())));
    }
}

package org.himaye.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdentityTest {

    @Test
    void isKeptInAFileAndKnownAgain(@TempDir Path folder) {
        var own = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
        own.write(folder.resolve("pid"));
        assertEquals(own, ProcessIdentity.read(folder.resolve("pid")).orElseThrow());
        assertTrue(own.isAlive());
    }

    @Test
    void aLaterProcessWithTheSameNumberIsNotOurs() {
        var own = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
        var earlier = new ProcessIdentity(own.pid(), "1", own.boot());
        var otherBoot = new ProcessIdentity(own.pid(), own.started(), "another");
        assertFalse(earlier.isAlive());
        assertFalse(otherBoot.isAlive());
        earlier.end(Duration.ofSeconds(1));
    }

    @Test
    void endsItsProcess() throws Exception {
        Process process = new ProcessBuilder("sleep", "600").start();
        var identity = ProcessIdentity.of(process.pid()).orElseThrow();
        identity.end(Duration.ofSeconds(20));
        process.waitFor();
        assertFalse(identity.isAlive());
    }
}

package org.himaye.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir
    Path folder;

    private Places places() {
        var places = new Places(folder, folder.resolve("var"), folder.resolve("servers"));
        places.prepare();
        return places;
    }

    @Test
    void areMadeOnceAndReadableByNobodyElse() throws Exception {
        var places = places();
        assertTrue(new Keys(places).makeMissing(false));
        String kek = Files.readString(places.keys().resolve("kek.json"));
        assertFalse(new Keys(places).makeMissing(true));
        assertEquals(kek, Files.readString(places.keys().resolve("kek.json")));
        assertEquals(
                "r--------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(places.keys().resolve("kek.json"))));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(places.keys())));
    }

    @Test
    void aLostKeyIsNeverReplacedWhileThereIsData() throws Exception {
        var places = places();
        assertFalse(new Keys(places).makeMissing(true));
        assertFalse(Files.exists(places.keys().resolve("kek.json")));
    }

    @Test
    void theRealmGetsThePublicHalfOnly() throws Exception {
        var keys = new Keys(places());
        keys.makeMissing(false);
        assertFalse(keys.publicKeySet().contains("\"d\""));
        assertTrue(keys.publicKeySet().startsWith("{\"keys\":[{\"kty\":\"EC\""));
    }
}

package org.himaye.migrations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseTest {

    /** Liquibase refuses a changed file at the start of every installation that ran it already; this refuses it here. */
    @Test
    void aReleasedFileIsNeverChanged() throws Exception {
        List<String> changed = new ArrayList<>();
        List<Release> releases = Release.all();
        assertFalse(releases.isEmpty());
        for (Release release : releases) {
            for (var file : release.files().entrySet()) {
                try (var in = Release.class.getResourceAsStream("/" + file.getKey())) {
                    String now = in == null
                            ? "missing"
                            : HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
                    if (!now.equals(file.getValue())) {
                        changed.add(release.name() + " " + file.getKey() + " " + now);
                    }
                }
            }
        }
        assertEquals(List.of(), changed, "add another file instead");
    }

    @Test
    void aReleaseKeepsEverythingOfTheOneBefore() {
        List<Release> releases = Release.all();
        for (int i = 1; i < releases.size(); i++) {
            List<String> lost = new ArrayList<>(releases.get(i - 1).files().keySet());
            lost.removeAll(releases.get(i).files().keySet());
            assertEquals(List.of(), lost, releases.get(i).name());
        }
    }
}

package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F19: the server is killed under an open form, while others work. The page notices, keeps again after a new sign-in, and nothing is
 * lost; nor is what the others were shown or had done, and the log is sound. It starts without its key-encryption key, which is put back while it runs.
 */
class DraftRestartTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void onlyServersOfOurOwn() {
        assumeTrue(Himaye.stack().isOwn());
    }

    @Test
    void aFormThatIsOpenWhileTheServerIsRestartedKeepsItsText() throws IOException {
        String named = Scenes.walkIn(DemoPerson.caseworker2);
        try (Visit before = Visit.of(DemoPerson.caseworker2)) {
            KeysAwayTest.named(before, "/intake/person.xhtml?number=" + named);
        }
        String address = "/intake/person.xhtml?number=" + Scenes.walkIn(DemoPerson.caseworker1);
        Visit visit = Visit.of(DemoPerson.caseworker1);
        visit.open(address).fill("familyName", "Əvvəl");
        visit.page().waitForResponse("**/draft", () -> visit.field("familyName").blur());

        Path kek = Himaye.stack().places().keys().resolve("kek.json");
        Path elsewhere = kek.resolveSibling("elsewhere.json");
        try (Load load = Load.begin()) {
            load.goesOnFor(Duration.ofMillis(700));
            Himaye.stack().killPayara();
            load.demandNothingLost();
        }
        Files.move(kek, elsewhere);
        try {
            visit.fill("aliases", "Arada");
            visit.field("aliases").blur();
        } finally {
            Himaye.stack().startPayara();
        }
        try {
            startsWithoutTheKey(named);
        } finally {
            Files.move(elsewhere, kek);
        }
        visit.page().locator("#signed-out").waitFor();
        Page second = visit.context()
                .waitForPage(() -> visit.page().locator("#signed-out a").click());
        second.waitForURL(Himaye.address() + "/**");
        second.close();
        visit.page()
                .waitForResponse(
                        "**/draft",
                        () -> visit.fill("patronymic", "Sonra")
                                .field("patronymic")
                                .blur());
        visit.press("Yadda saxla");

        assertTrue(visit.page().url().endsWith(address), visit.page().url());
        assertEquals("Əvvəl", visit.field("familyName").inputValue());
        assertEquals("Arada", visit.field("aliases").inputValue());
        assertEquals("Sonra", visit.field("patronymic").inputValue());
        visit.leave();
        KilledTest.theLogIsSound(folder);
    }

    /** A server that waited for its key would be restarted without end; the restart is needed here anyway. */
    private static void startsWithoutTheKey(String number) {
        Visit visit = Visit.of(DemoPerson.caseworker2);
        KeysAwayTest.notReady(visit);
        KeysAwayTest.showsWhatStandsInClear(visit, number);
        visit.leave();
    }
}

package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.APIResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that goes away for a while: a plain page that one can tell on the phone, and no restart afterwards. */
class OutageTest {

    private static final Pattern REFERENCE = Pattern.compile("\\b[0-9A-F]{8}\\b");
    private static final Pattern INSIDE = Pattern.compile(
            "(?i)exception|\\bat org\\.|\\bat java|payara|glassfish|postgres|hibernate|keycloak|jdbc|\\d+\\.\\d+\\.\\d+");

    @BeforeAll
    static void onlyServersOfOurOwn() {
        assumeTrue(Himaye.stack().isOwn());
    }

    @Test
    @Tag("ASVS-16.5.2")
    void postgresGoesAndComesBack() {
        Visit visit = Visit.of(DemoPerson.caseworker1);
        assertEquals(200, visit.get("/casefile/list.xhtml").status());

        Himaye.stack().stopPostgres();
        try {
            plain(visit.get("/casefile/list.xhtml"));
            plain(visit.get("/task/myday.xhtml"));
        } finally {
            Himaye.stack().startPostgres();
        }

        Eventually.holds(
                "pages answer again", () -> visit.get("/casefile/list.xhtml").status() == 200);
        visit.leave();
        try (Visit another = Visit.of(DemoPerson.police1)) {
            assertEquals(200, another.open("/referral/sent.xhtml").status());
        }
    }

    @Test
    @Tag("ASVS-16.5.2")
    void keycloakGoesAndComesBack() {
        Visit visit = Visit.of(DemoPerson.caseworker1);

        Himaye.stack().stopKeycloak();
        try {
            assertEquals(200, visit.get("/casefile/list.xhtml").status());
            try (Visit stranger = Visit.ofStranger()) {
                plain(stranger.get("/"));
            }
        } finally {
            Himaye.stack().startKeycloak();
        }

        assertEquals(200, visit.get("/casefile/list.xhtml").status());
        visit.leave();
        try (Visit another = Visit.of(DemoPerson.police1)) {
            assertEquals(200, another.open("/referral/sent.xhtml").status());
        }
    }

    private static void plain(APIResponse answer) {
        String body = answer.text();
        assertEquals(503, answer.status(), body);
        String words = body.replaceAll("(?s)<[^>]*>", " ");
        assertTrue(REFERENCE.matcher(words).find(), words);
        assertFalse(INSIDE.matcher(words).find(), words);
    }
}

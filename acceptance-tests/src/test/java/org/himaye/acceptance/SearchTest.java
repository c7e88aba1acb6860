package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.himaye.acceptance.AccessEvents.Event;
import org.junit.jupiter.api.Test;

/** The page of the search: a masked hit, nothing in the address, and one answer for what is unknown and what is another's (BR-006). */
class SearchTest {

    private static final String PAGE = "/search/find.xhtml";
    private static final String FAMILY = "Gülbahartepəli";
    private static final String DOCUMENT = "AZE 70790790";
    private static final String TELEPHONE = "+994 51 790 07 90";
    private static final String RUSSIAN = "гюльбахартапали";

    @Test
    void aHitIsMaskedUntilItIsOpenedAndWhatIsAnothersIsUnknown() {
        String number;
        try (Visit visit = Visit.of(DemoPerson.caseworker3)) {
            number = Scenes.startCase(visit);
            Scenes.findable(visit, number, FAMILY, DOCUMENT, TELEPHONE);

            Eventually.holds("the index was told", () -> {
                ask(visit, RUSSIAN);
                return visit.shows(number);
            });
            AccessEvents events = AccessEvents.fromNow();
            visit.fill("text", "").press("Axtar");
            assertFalse(visit.shows(number), "what was found is not shown again when nothing is asked");
            assertEquals(List.of(), events.of(DemoPerson.caseworker3));
            events = AccessEvents.fromNow();
            ask(visit, RUSSIAN);
            List<Event> left = events.of(DemoPerson.caseworker3);

            assertEquals(
                    List.of("case.search VIEW ALLOWED 0", "case.search SEARCH ALLOWED 1"),
                    left.stream()
                            .map(e -> e.act() + " " + e.action() + " " + e.outcome() + " " + e.cases())
                            .toList());
            assertFalse(visit.shows(FAMILY), "masked until opened");
            assertTrue(visit.page().url().endsWith(PAGE), "what was typed stands in no address");
            visit.follow(number);
            assertTrue(visit.shows(FAMILY), visit.text());
            for (String known : List.of(DOCUMENT, TELEPHONE)) {
                ask(visit, known);
                assertTrue(visit.shows(number), () -> known + " is found at home: " + visit.text());
            }
        }
        try (Statements statements = new Statements();
                Visit other = Visit.of(DemoPerson.caseworker2)) {
            for (List<String> pair : List.of(
                    List.of(FAMILY, "Olmayanlıtəpəli"),
                    List.of(number, "V-000000-0"),
                    List.of(DOCUMENT, "AZE 70790791"),
                    List.of(TELEPHONE, "+994 51 790 07 91"))) {
                assertEquals(answered(other, statements, pair.get(1)), answered(other, statements, pair.get(0)));
            }
        }
    }

    /** What the page shows, what the log keeps and what the database was asked. */
    private static String answered(Visit visit, Statements statements, String text) {
        visit.open(PAGE);
        AccessEvents events = AccessEvents.fromNow();
        statements.mark();
        visit.fill("text", text).press("Axtar");
        visit.fill("text", "");
        String body = visit.page()
                .content()
                .replaceAll("nonce=\"[^\"]*\"", "")
                // The minute of the print, which may be the next one.
                .replaceAll("\\d\\d\\.\\d\\d\\.\\d{4} \\d\\d:\\d\\d", "")
                .replaceAll("csp\\.init\\('[^']*'\\)", "")
                .replaceAll("<input[^>]*(ViewState|nonce)[^>]*>", "")
                .replace(text, "");
        assertTrue(body.contains("heç nə tapılmadı"), body);
        return events.of(DemoPerson.caseworker2) + "\n" + statements.data() + "\n" + body;
    }

    private static void ask(Visit visit, String text) {
        visit.open(PAGE);
        visit.fill("text", text).press("Axtar");
    }

    /** domain.md 3.2: who sent a referral has no search; asking for one is recorded (SC-01). */
    @Test
    void policeHasNoSearch() {
        try (Visit visit = Visit.of(DemoPerson.police2)) {
            Witness witness = new Witness(DemoPerson.police2, visit);

            assertEquals(witness.denied("/nothing/here.xhtml"), witness.denied(PAGE));
            visit.open("/task/myday.xhtml");
            assertFalse(visit.menu().contains(PAGE));
        }
    }

    /** A supervisor reads names for a purpose only, and so finds them. */
    @Test
    void aSupervisorSaysWhyFirst() {
        try (Visit visit = Visit.of(DemoPerson.supervisor2)) {
            ask(visit, "Olmayan " + UUID.randomUUID().toString().replaceAll("[^a-f]", ""));

            assertTrue(visit.shows("məqsədi seçin"), visit.text());
        }
    }
}

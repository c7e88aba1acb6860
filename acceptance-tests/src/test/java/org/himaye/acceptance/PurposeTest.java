package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Media;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.himaye.acceptance.AccessEvents.Event;
import org.junit.jupiter.api.Test;

/** What a supervisor sees only for a purpose (domain.md 3.2, look.md 5): chosen once for a case, told while it runs, ended at once. */
class PurposeTest {

    private static final String NAME = "person.familyName";

    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final Pattern PRINTED_BY =
            Pattern.compile("Supervisor 1 · (\\d{2}\\.\\d{2}\\.\\d{4} \\d{2}:\\d{2})");

    @Test
    void theChoiceIsNeverSentAgain() {
        String address =
                "/casefile/overview.xhtml?number=" + CaseRows.active("PRESUMED").number();
        try (Visit visit = Visit.of(DemoPerson.supervisor1)) {
            Witness witness = new Witness(DemoPerson.supervisor1, visit);
            assertFalse(witness.opens(address).fields().contains(NAME));

            Event open = witness.looksFor("Rəhbərlik və baxış");

            assertEquals("SUPERVISION", open.purpose());
            assertTrue(open.fields().contains(NAME), open.toString());
            assertTrue(
                    visit.page().url().endsWith(address.substring(address.indexOf("number="))),
                    visit.page().url());
            List<String> posts = posts(visit.page());
            visit.page().reload();
            assertTrue(visit.page().locator(".cw-purpose").isVisible(), "loaded anew it is still open");
            visit.open("/task/myday.xhtml");
            visit.page().goBack();
            assertTrue(visit.page().locator(".cw-purpose").isVisible(), visit.text());
            assertEquals(List.of(), posts);
        }
    }

    /** Displayed values shown again are a new read (architecture.md 3), though only an answer was missing. */
    @Test
    void aPageThatIsDrawnOnceMoreShowsWhatTheGateGivesThen() {
        String address =
                "/casefile/overview.xhtml?number=" + CaseRows.active("PRESUMED").number();
        try (Visit visit = Visit.of(DemoPerson.supervisor1)) {
            Witness witness = new Witness(DemoPerson.supervisor1, visit);
            visit.open(address);
            assertTrue(witness.looksFor("Rəhbərlik və baxış").fields().contains(NAME));
            Page other = visit.context().newPage();
            other.navigate(Himaye.address() + address);
            other.locator(".cw-purpose button").click();
            other.locator("[id$='purpose']").first().waitFor();
            other.close();
            AccessEvents events = AccessEvents.fromNow();

            visit.press("Ötür");

            List<Event> told = events.of(DemoPerson.supervisor1);
            assertEquals(
                    List.of("case.assign", "case.read"),
                    told.stream().map(Event::act).toList());
            assertFalse(told.getLast().fields().contains(NAME), told.toString());
            assertTrue(visit.field("purpose").isVisible(), visit.text());
            assertTrue(visit.shows("Səbəbi seçin."), visit.text());
        }
    }

    @Test
    void aPurposeThatWasEndedIsRecordedAndTheNextPageAsksAnew() {
        String address =
                "/casefile/overview.xhtml?number=" + CaseRows.active("PRESUMED").number();
        try (Visit visit = Visit.of(DemoPerson.supervisor1)) {
            Witness witness = new Witness(DemoPerson.supervisor1, visit);
            visit.open(address);
            witness.looksFor("Rəhbərlik və baxış");
            assertTrue(visit.page().locator(".cw-purpose").innerText().contains("Rəhbərlik və baxış"), visit.text());
            AccessEvents events = AccessEvents.fromNow();

            visit.press("İndi bitir");

            List<Event> told = events.of(DemoPerson.supervisor1);
            assertEquals(2, told.size(), told.toString());
            assertEquals("purpose.end", told.get(0).act());
            assertEquals("SUPERVISION", told.get(0).purpose());
            assertEquals(1, told.get(0).cases(), "of which case");
            assertFalse(told.get(1).fields().contains(NAME), told.toString());
            assertTrue(visit.field("purpose").isVisible(), visit.text());
            visit.open(address.replace("overview", "person"));
            assertTrue(visit.field("purpose").isVisible(), "on no page of the case");
        }
    }

    @Test
    void aPurposeIsForAllPagesOfTheCaseAndForNoOtherCaseAndNoOtherSession() {
        String first = CaseRows.active("PRESUMED").number();
        String second = CaseRows.active("PRESUMED").number();
        String address = "/casefile/overview.xhtml?number=";
        try (Visit visit = Visit.of(DemoPerson.supervisor1);
                Visit other = Visit.of(DemoPerson.supervisor1)) {
            Witness witness = new Witness(DemoPerson.supervisor1, visit);
            visit.open(address + first);
            witness.looksFor("Rəhbərlik və baxış");

            Event person = witness.opens("/casefile/person.xhtml?number=" + first);
            assertEquals("SUPERVISION", person.purpose(), "of each page");
            assertTrue(person.fields().contains(NAME), person.toString());
            assertTrue(visit.page().locator(".cw-purpose").isVisible());
            isPrintedOnceItIsRecorded(visit, person, first);
            opensNothingByPrintingAList(visit);
            visit.open(address + second);
            assertTrue(visit.field("purpose").isVisible(), "another case");
            other.open(address + first);
            assertTrue(other.field("purpose").isVisible(), "another session");
        }
    }

    /** SC-07: the sheet says who printed of which case, and the log has it before; without the script, or a record, it says nothing. */
    private static void isPrintedOnceItIsRecorded(Visit visit, Event shown, String number) {
        visit.page().evaluate("document.getElementById('main').append('what stood there before')");
        AccessEvents events = AccessEvents.fromNow();
        LocalDateTime begun = LocalDateTime.now(BAKU).truncatedTo(ChronoUnit.MINUTES);
        String paper = visit.paper();

        assertFalse(paper.contains("what stood there before"), "only what was answered for the paper is on it");
        assertTrue(visit.shows("what stood there before"), "and the screen stays as it was");
        assertTrue(paper.contains(number), paper);
        saysWhoAndWhen(paper, begun);
        List<Event> told = events.of(DemoPerson.supervisor1);
        assertEquals(1, told.size(), told.toString());
        assertEquals(
                new Event("case.read", "PRINT", "ALLOWED", null, shown.fields(), "SUPERVISION", 1), told.getFirst());
        visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertFalse(visit.shows(number), visit.text());
        assertTrue(visit.shows("Bu səhifə çap edilmədi"), visit.text());
        visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    /** Of this print, and not of when the page was opened or when some other time was. */
    private static void saysWhoAndWhen(String paper, LocalDateTime begun) {
        List<LocalDateTime> times = PRINTED_BY
                .matcher(paper)
                .results()
                .map(found -> LocalDateTime.parse(found.group(1), MINUTE))
                .toList();
        assertFalse(times.isEmpty(), paper);
        for (LocalDateTime time : times) {
            assertFalse(time.isBefore(begun) || time.isAfter(LocalDateTime.now(BAKU)), time + " in " + paper);
        }
    }

    /** Nobody is told that her case was opened because a list of cases went on paper. */
    private static void opensNothingByPrintingAList(Visit visit) {
        visit.open("/casefile/list.xhtml");
        AccessEvents events = AccessEvents.fromNow();
        visit.paper();

        Event told = events.of(DemoPerson.supervisor1).getFirst();
        assertEquals(List.of("case.list", "PRINT", "LIST_PRINTED"), List.of(told.act(), told.action(), told.reason()));
    }

    private static List<String> posts(Page page) {
        List<String> posts = new ArrayList<>();
        page.onRequest((Request request) -> {
            if (request.method().equals("POST") && request.isNavigationRequest()) {
                posts.add(request.url());
            }
        });
        return posts;
    }
}

package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More than an hour of one person's work takes is not given, is told and is recorded; nobody else is stopped by it. */
class QuotaTest {

    private static final String PERSON = "/casefile/person.xhtml?number=";
    private static final String REACHED = "Bir saatda";
    private static final int REVEALS = 50;
    private static final int REVEALS_LEFT = 1;

    @AfterEach
    void asItWas() {
        reveals(REVEALS);
    }

    @Test
    @Tag("ASVS-2.4.1")
    void oneRevealTooManyIsToldAndRecordedAndStopsNobodyElse() {
        String first = PERSON + Scenes.walkIn(DemoPerson.caseworker3);
        String second = PERSON + Scenes.walkIn(DemoPerson.caseworker3);
        try (Visit visit = Visit.of(DemoPerson.supervisor2)) {
            int before = done(DemoPerson.supervisor2);
            reveals(before + REVEALS_LEFT);
            AccessEvents events = AccessEvents.fromNow();

            visit.open(first).withPurpose();
            assertFalse(visit.shows(REACHED), visit.text());
            visit.open(second).withPurpose();
            assertTrue(visit.shows(REACHED), visit.text());
            assertTrue(visit.text().matches("(?s).*\\d{2}\\.\\d{2}\\.\\d{4} \\d{2}:\\d{2}.*"), "when it goes on");
            assertEquals(
                    List.of("FAILED QuotaReached"),
                    events.of(DemoPerson.supervisor2).stream()
                            .filter(event -> event.outcome().equals("FAILED"))
                            .map(event -> event.outcome() + " " + event.reason())
                            .toList());
            assertEquals(REVEALS_LEFT, done(DemoPerson.supervisor2) - before, "shown once");
            assertFalse(visit.open(first).withPurpose().shows(REACHED), "the same case again is no other one");
        }
    }

    private static int done(DemoPerson person) {
        return (int) Database.number(
                "select count(distinct l.case_id) from himaye.access_event e join himaye.access_event_case l on l.event_id = e.id"
                        + " where e.actor = ? and e.at > now() - interval '1 hour' and e.purpose is not null"
                        + " and e.outcome in ('ALLOWED', 'MASKED') and e.action in ('VIEW', 'EDIT', 'PRINT')",
                person.sub());
    }

    private static void reveals(int most) {
        Database.change("update himaye.configuration set value = " + most + " where key = 'quota.reveal.per_hour'");
    }
}

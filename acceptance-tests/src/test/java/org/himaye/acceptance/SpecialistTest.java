package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.himaye.acceptance.AccessEvents.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Psychologist, medic and lawyer: brought in by the supervisor, they see what the matrix gives their job (domain.md 3.2). */
class SpecialistTest {

    private static final String SHELTER = "Bakı";

    @Test
    void whomTheSupervisorBringsInSeesTheCaseAndNobodyLosesIt() {
        String number = CaseRows.active("PRESUMED").number();
        String address = "/casefile/overview.xhtml?number=" + number;
        try (Visit supervisor = Visit.of(DemoPerson.supervisor1);
                Visit psychologist = Visit.of(DemoPerson.psychologist1)) {
            assertEquals(404, psychologist.open(address).status());

            supervisor.open(address).choose("specialist", "Psychologist 1").press("İşə cəlb et");

            assertTrue(supervisor.shows(number + " işinə mütəxəssis cəlb olundu."), supervisor.text());
            Event seen = new Witness(DemoPerson.psychologist1, psychologist).opens(address);
            assertTrue(psychologist.shows(number));
            assertFalse(seen.fields().contains("case_file.institution"), "which shelter is nothing for a psychologist");
            assertFalse(
                    psychologist.page().locator(".cw-case-facts").innerText().contains(SHELTER), psychologist.text());
        }
        try (Visit caseworker = Visit.of(DemoPerson.caseworker1)) {
            Event seen = new Witness(DemoPerson.caseworker1, caseworker).opens(address);
            assertTrue(seen.fields().contains("case_file.institution"));
            assertTrue(caseworker.page().locator(".cw-case-facts").innerText().contains(SHELTER), caseworker.text());
        }
    }

    /** Every one of them has cases in the demo, as the tour says. */
    @ParameterizedTest
    @EnumSource(names = {"psychologist1", "medic1", "lawyer1"})
    void theDemoHasWorkForEach(DemoPerson person) {
        try (Visit visit = Visit.of(person)) {
            visit.open("/casefile/list.xhtml");
            assertTrue(visit.page().locator("main tbody tr").count() > 0, visit.text());
            visit.picture("cases-" + person);
            visit.open("/task/myday.xhtml").picture("myday-" + person);
            assertEquals(0, visit.page().locator(".cw-nav a[href*='referral']").count());
        }
    }
}

package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** SC-08, two people at one record: the second is told what changed, keeps the own text and overwrites nothing. */
class SecondSaverTest {

    @Test
    void theSecondSaverIsToldKeepsTheTextAndOverwritesNothing() {
        String number = Scenes.walkIn(DemoPerson.caseworker1);
        String address = "/intake/person.xhtml?number=" + number;
        try (Visit first = Visit.of(DemoPerson.caseworker1);
                Visit second = Visit.of(DemoPerson.caseworker1)) {
            Form.of(first.open(address), "save")
                    .answer("anonymous", null)
                    .answer("dateOfBirth", null)
                    .answer("ageStated", null)
                    .answer("ageBasis", "STATED")
                    .answer("nationalityStatus", "CITIZEN_AZ")
                    .answer("countries", null)
                    .texts((id, length) -> "Əvvəl")
                    .send();
            assertTrue(first.shows("Saxlanıldı."), first.text());

            first.open(address).fill("familyName", "Əliyeva").fill("aliases", "Lalə");
            second.open(address).fill("familyName", "Quliyeva").fill("patronymic", "Tahir qızı");
            first.press("Yadda saxla");
            long stored = version(number);
            AccessEvents events = AccessEvents.fromNow();
            second.press("Yadda saxla");

            assertTrue(second.shows("Siz yazarkən kimsə eyni sahəni dəyişdi."), second.text());
            assertTrue(second.shows("Bu arada saxlanılıb: Əliyeva"), second.text());
            assertEquals("Quliyeva", second.field("familyName").inputValue(), "her text stays");
            assertEquals("Tahir qızı", second.field("patronymic").inputValue());
            assertEquals("Lalə", second.field("aliases").inputValue(), "what only the first changed is there");
            assertEquals(stored, version(number), "nothing is overwritten");
            assertEquals(
                    1,
                    events.of(DemoPerson.caseworker1).stream()
                            .filter(event -> event.outcome().equals("ALLOWED"))
                            .count(),
                    "showing what the other saved is one recorded reading");
            second.picture("second-saver");

            second.press("Yadda saxla");
            assertTrue(second.shows("Saxlanıldı."), second.text());
            first.open(address);
            assertEquals("Quliyeva", first.field("familyName").inputValue(), "now it was her decision");
            assertEquals("Lalə", first.field("aliases").inputValue());
            assertFalse(first.shows("Bu arada saxlanılıb"));
        }
    }

    /** What was typed for one case never lands in another, not even in one of her own. */
    @Test
    void aFormIsStoredOnlyWhereItWasOpened() {
        String opened = Scenes.walkIn(DemoPerson.caseworker1);
        String other = Scenes.walkIn(DemoPerson.caseworker1);
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open("/intake/safety.xhtml?number=" + opened).fill("dangerText", "Hədələyirlər");
            visit.page()
                    .evaluate(
                            "number => { document.querySelector('main form').action += '?number=' + number; }", other);
            AccessEvents events = AccessEvents.fromNow();
            visit.press("Yadda saxla");

            assertTrue(visit.shows("Heç nə tapılmadı"), visit.text());
            assertEquals(
                    List.of("DENIED FOREIGN_ID"),
                    events.of(DemoPerson.caseworker1).stream()
                            .map(event -> event.outcome() + " " + event.reason())
                            .toList());
            assertEquals(
                    0,
                    Database.number(
                            "select count(*) from himaye.intake i join himaye.case_file c on c.id = i.id"
                                    + " where c.case_number in (?, ?) and i.danger_text is not null",
                            opened,
                            other));
        }
    }

    private static long version(String number) {
        return Database.number(
                "select p.version from himaye.person p join himaye.case_file c on c.person_id = p.id where c.case_number = ?",
                number);
    }
}

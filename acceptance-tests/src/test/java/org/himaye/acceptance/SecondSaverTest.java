package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
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
    @Tag("ASVS-15.3.3")
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

    /** Both begin from nothing, so that no version tells them apart. */
    @Test
    void twoWhoAskForNeedsAtOnceKeepBothTheirAnswers() {
        String number = CaseRows.active("IDENTIFIED").number();
        String address = "/assessment/edit.xhtml?number=" + number;
        try (Visit first = Visit.of(DemoPerson.caseworker1);
                Visit second = Visit.of(DemoPerson.caseworker1)) {
            first.open(address).fill("components:2:note", "Əvvəl").fill("ownView", "Sakit yer");
            second.open(address).fill("components:2:note", "Sonra").fill("components:3:note", "Həkim");
            first.press("Saxlayıb sonra davam etmək");
            second.press("Saxlayıb sonra davam etmək");

            assertTrue(second.shows("Siz yazarkən kimsə eyni sahəni dəyişdi."), second.text());
            assertTrue(second.shows("Bu arada saxlanılıb: Əvvəl"), second.text());
            assertEquals("Sonra", second.field("components:2:note").inputValue(), "her text stays");
            assertEquals("Həkim", second.field("components:3:note").inputValue());
            assertEquals("Sakit yer", second.field("ownView").inputValue(), "what only the first wrote is there");
            assertEquals(1, assessments(number), "nothing is overwritten and nothing is doubled");
            second.picture("second-saver-needs");

            second.press("Saxlayıb sonra davam etmək");
            assertTrue(second.shows("Qaralama"), second.text());
            first.open(address);
            assertEquals("Sonra", first.field("components:2:note").inputValue());
            assertEquals("Sakit yer", first.field("ownView").inputValue());
            assertEquals(1, assessments(number));
        }
    }

    /** The first one has finished: her answers count already, and a new assessment does not supersede them unread. */
    @Test
    void whatWasFinishedMeanwhileIsNotSupersededUnread() {
        String number = CaseRows.active("IDENTIFIED").number();
        String address = "/assessment/edit.xhtml?number=" + number;
        try (Visit first = Visit.of(DemoPerson.caseworker1);
                Visit second = Visit.of(DemoPerson.caseworker1)) {
            second.open(address).fill("components:2:note", "Sonra");
            first.open(address);
            Form.of(first, "finish")
                    .answer("level", "SOME")
                    .answer("note", "Əvvəl")
                    .send();
            second.press("Saxlayıb sonra davam etmək");

            assertTrue(second.shows("Bu arada saxlanılıb: Əvvəl"), second.text());
            assertEquals("Sonra", second.field("components:2:note").inputValue());
            assertEquals("Əvvəl", second.field("components:3:note").inputValue());
            assertEquals(1, assessments(number));
        }
    }

    @Test
    void twoWhoBeginAPlanAtOnceKeepBothTheirGoals() {
        String number = CaseRows.active("IDENTIFIED").number();
        String address = "/plan/edit.xhtml?number=" + number;
        try (Visit first = Visit.of(DemoPerson.caseworker1);
                Visit second = Visit.of(DemoPerson.caseworker1)) {
            first.open("/assessment/edit.xhtml?number=" + number);
            Form.of(first, "finish").answer("level", "SOME").send();
            decide(first.open(address), "LEGAL", "DECLINED");
            decide(first, "HOUSING", "GOALS");
            first.fill("goals_HOUSING:0:aim", "Otaq");
            decide(second.open(address), "LEGAL", "NOT_NEEDED");
            decide(second, "HOUSING", "GOALS");
            second.fill("goals_HOUSING:0:aim", "Qohumların yanı");
            first.press("Saxlayıb sonra davam etmək");
            second.press("Saxlayıb sonra davam etmək");

            assertTrue(second.shows("Siz yazarkən kimsə eyni sahəni dəyişdi."), second.text());
            assertEquals("Qohumların yanı", second.field("goals_HOUSING:0:aim").inputValue());
            assertEquals("Otaq", second.field("goals_HOUSING:1:aim").inputValue(), "the first one's goal came in");
            second.picture("second-saver-plan");
            second.press("Saxlayıb sonra davam etmək");
            assertEquals(
                    1,
                    Database.number(
                            "select count(*) from himaye.rehabilitation_plan p join himaye.case_file c on c.id = p.case_id"
                                    + " where c.case_number = ?",
                            number));
            assertEquals(
                    2,
                    Database.number(
                            "select count(*) from himaye.plan_goal g join himaye.case_file c on c.id = g.case_id"
                                    + " where g.removed_at is null and c.case_number = ?",
                            number));

            decide(second.open(address), "LEGAL", "DECLINED");
            first.open(address).fill("goals_HOUSING:0:indicator", "Köçüb");
            second.fill("goals_HOUSING:0:indicator", "Açarı var").press("Saxlayıb sonra davam etmək");
            first.press("Saxlayıb sonra davam etmək");
            assertTrue(first.shows("Bu arada saxlanılıb: Açarı var"), first.text());
            assertEquals("Köçüb", first.field("goals_HOUSING:0:indicator").inputValue());
        }
    }

    private static void decide(Visit visit, String area, String decision) {
        visit.page()
                .evaluate(
                        "([area, decision]) => [...document.getElementsByName('decision_' + area)].find(e => e.value === decision).click()",
                        List.of(area, decision));
    }

    private static long assessments(String number) {
        return Database.number(
                "select count(*) from himaye.needs_assessment n join himaye.case_file c on c.id = n.case_id where c.case_number = ?",
                number);
    }

    private static long version(String number) {
        return Database.number(
                "select p.version from himaye.person p join himaye.case_file c on c.person_id = p.id where c.case_number = ?",
                number);
    }
}

package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What intake refuses or points out: the message stands beside its field, what was typed stays and nothing is stored. */
class IntakeRulesTest {

    private static final String SAVE = "Yadda saxla";

    private static final Locator.CheckOptions FORCED = new Locator.CheckOptions().setForce(true);

    private String number;

    @BeforeEach
    void walkIn() {
        number = Scenes.walkIn(DemoPerson.caseworker2);
    }

    private Visit at(String page) {
        return Visit.of(DemoPerson.caseworker2).open("/intake/" + page + ".xhtml?number=" + number);
    }

    private static Form person(Visit visit, Map<String, String> answers) {
        Form form = Form.of(visit, "save")
                .answer("anonymous", null)
                .answer("dateOfBirth", null)
                .answer("ageStated", null)
                .answer("ageBasis", "STATED")
                .answer("nationalityStatus", "CITIZEN_AZ")
                .answer("countries", null);
        answers.forEach(form::answer);
        return form;
    }

    @Test
    void br041AnonymousModeNeitherErasesNorDropsAName() {
        try (Visit visit = at("person")) {
            person(visit, Map.of("familyName", "Quliyeva", "anonymous", "true")).send();

            assertTrue(visit.field("anonymous-error").isVisible(), visit.text());
            assertEquals("Quliyeva", visit.field("familyName").inputValue());
        }
    }

    @Test
    void aBirthThatDoesNotFitTheStatedAgeIsPointedOutAndKept() {
        try (Visit visit = at("person")) {
            person(visit, Map.of("dateOfBirth", "01.01.2000", "ageStated", "40"))
                    .send();

            assertTrue(visit.shows("bir ildən çox fərqlənir"), visit.text());
        }
    }

    @Test
    void aContactIsWhatItsKindSaysAndLimitedInTime() {
        try (Visit visit = at("contact")) {
            Form.of(visit, "save")
                    .answer("kind", "PHONE")
                    .answer("value", "x<script>")
                    .answer("validTo", "01.01.2099")
                    .send();
            assertTrue(visit.field("value-error").isVisible(), visit.text());

            visit.fill("value", "+994 50 123 45 67").press(SAVE);
            assertTrue(visit.field("validTo-error").isVisible(), visit.text());
            assertEquals("+994 50 123 45 67", visit.field("value").inputValue());
        }
    }

    @Test
    void everySignHasAnAnswerBeforeTheFormIsFinished() {
        try (Visit visit = at("rights")) {
            Form.of(visit, "save").send();
            visit.open("/intake/indicators.xhtml?number=" + number)
                    .fill("conclusion", "Əsas var")
                    .choose("result", "Hazırda əsas yoxdur")
                    .press("Rəyi bitir");
            assertTrue(visit.shows(": cavab verin."), visit.text());
            assertEquals("Əsas var", visit.field("conclusion").inputValue());

            visit.press("Qalanları: soruşulmayıb").press("Rəyi bitir");
            assertTrue(visit.page().url().contains("/intake/overview.xhtml"), visit.text());
        }
    }

    @Test
    void theRightsAreReadInTheLanguageThatIsRecorded() {
        try (Visit visit = at("rights")) {
            Form.of(visit, "save").answer("language", "RU").send();
            assertTrue(visit.field("language-error").isVisible(), visit.text());

            visit.page().locator("main nav a[lang=ru]").click();
            assertEquals("ru", visit.page().locator(".cw-reading").getAttribute("lang"));
            Form.of(visit, "save").answer("language", "RU").send();
            assertTrue(visit.page().url().contains("/intake/overview.xhtml"), visit.text());
        }
    }

    @Test
    void countriesAreWrittenByTheirNames() {
        try (Visit visit = at("person")) {
            person(visit, Map.of("nationalityStatus", "MULTIPLE", "countries", "turkiye, Atlantida"))
                    .send();
            assertTrue(visit.field("countries-error").isVisible(), visit.text());

            visit.fill("countries", "turkiye, Gürcüstan").press(SAVE);
            assertTrue(visit.page().url().contains("/intake/overview.xhtml"), visit.text());
            visit.open("/intake/person.xhtml?number=" + number);
            assertEquals("Türkiyə, Gürcüstan", visit.field("countries").inputValue());

            visit.page().locator("#countries").fill("Rus");
            assertTrue(
                    visit.page()
                                    .locator("#countries-names option[value='Rusiya']")
                                    .count()
                            == 1,
                    "the list offers every country by its name");
            visit.page().locator("#countries").fill("Rusiya, T");
            assertTrue(visit.page()
                            .locator("#countries-names option[value='Rusiya, Türkiyə']")
                            .count()
                    == 1);
        }
    }

    @Test
    void aCodeWordIsKeptWithTheContact() {
        try (Visit visit = at("contact")) {
            Form.of(visit, "save")
                    .answer("kind", "PHONE")
                    .answer("value", "+994 50 123 45 67")
                    .answer("codeWord", "Ağcaqovaq")
                    .send();
            visit.open("/casefile/person.xhtml?number=" + number);
            assertTrue(visit.shows("Ağcaqovaq"), visit.text());
        }
    }

    @Test
    void ofAChildItIsToldWhetherAGuardianWasThere() {
        try (Visit adult = at("indicators")) {
            assertEquals(0, adult.page().locator("[name=guardianPresent]").count(), "not asked of an adult");
        }
        try (Visit visit = Visit.of(DemoPerson.caseworker2)) {
            visit.open("/casefile/start.xhtml");
            Form.of(visit, "start").answer("ageBand", "CHILD").send();
            String child = Scenes.caseNumber(visit);
            visit.open("/intake/rights.xhtml?number=" + child);
            Form.of(visit, "save").send();
            visit.open("/intake/indicators.xhtml?number=" + child)
                    .fill("conclusion", "Əsas yoxdur")
                    .choose("result", "Hazırda əsas yoxdur")
                    .press("Qalanları: soruşulmayıb")
                    .press("Rəyi bitir");
            assertTrue(visit.field("guardianPresent-error").isVisible(), visit.text());

            visit.choose("guardianPresent", "Bəli").press("Rəyi bitir");
            assertTrue(visit.page().url().contains("/intake/overview.xhtml"), visit.text());
        }
    }

    @Test
    void aDetailStandsUnderItsSign() {
        try (Visit visit = at("indicators")) {
            assertFalse(visit.field("findings:3:details:0").isVisible());
            visit.page().locator("[name='findings:3:pick'][value=PRESENT]").check(FORCED);
            visit.page().locator("[name='findings:3:details']").first().check(FORCED);
            visit.page().locator("[name='findings:3:pick'][value=NOT_OBSERVED]").check(FORCED);
            visit.press("Sonraya saxla");
            assertTrue(visit.field("findings:3:details-error").isVisible(), visit.text());
        }
    }
}

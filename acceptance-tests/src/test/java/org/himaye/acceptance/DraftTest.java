package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing typed is ever lost (architecture.md 1.6, 7; security.md F18, F19): after expiry, in the middle of a form, on sending it and
 * by a script, after a conflict or another language, the same person finds the text in place, and nobody else does.
 */
class DraftTest {

    private static final String PUT_BACK = "yerinə qaytarıldı";
    private static final String LIVE =
            "select count(*) from himaye.draft where fields is not null and created_by = ? and record = ?";
    private static final String PERSON = "/intake/person.xhtml";

    private String number;
    private String address;

    @BeforeEach
    void aCase() {
        number = Scenes.walkIn(DemoPerson.caseworker1);
        address = PERSON + "?number=" + number;
    }

    @Test
    void whatIsTypedComesBackAsItWasTypedAndEndsWhenItIsSaved() {
        AccessEvents events;
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open(address);
            events = AccessEvents.fromNow();
            type(visit, "familyName", "Qaralama");
            type(visit, "dateOfBirth", "31.02.19");
            visit.field("languages").locator("input").nth(2).check();
            visit.field("ageBasis").selectOption("STATED");
            kept(visit, "countries", "AZ");
        }
        assertEquals(List.of(), events.of(DemoPerson.caseworker1), "keeping is no access");

        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open(address);

            assertTrue(visit.shows(PUT_BACK), visit.text());
            assertEquals("Qaralama", visit.field("familyName").inputValue());
            assertEquals("31.02.19", visit.field("dateOfBirth").inputValue(), "what is no day comes back as typed");
            assertEquals("STATED", visit.field("ageBasis").inputValue());
            assertTrue(visit.field("languages").locator("input").nth(2).isChecked());
            AccessEvents.Event restored = events.of(DemoPerson.caseworker1).stream()
                    .filter(event -> event.act().equals("draft.restore"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    List.of("draft.fields"),
                    restored.fields().stream().distinct().toList());
            assertEquals(1, restored.cases(), "getting it back is an access to the case");

            visit.press("Yadda saxla");
            assertTrue(visit.page().locator(".cw-summary").count() > 0, "the day is none");
            visit.fill("dateOfBirth", "").choose("sex", "Qadın");
            Form.of(visit, "save")
                    .answer("anonymous", null)
                    .answer("familyName", null)
                    .answer("dateOfBirth", null)
                    .answer("ageStated", null)
                    .answer("ageBasis", "STATED")
                    .answer("nationalityStatus", "CITIZEN_AZ")
                    .answer("countries", null)
                    .send();
            assertTrue(visit.shows("Saxlanıldı."), visit.text());
            Eventually.holds("the draft has ended", () -> live(DemoPerson.caseworker1) == 0);
            visit.open(address);
            assertFalse(visit.shows(PUT_BACK));
            assertEquals("Qaralama", visit.field("familyName").inputValue(), "saved, and no draft any more");
        }
    }

    @Test
    void discardingShowsWhatIsStored() {
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open(address);
            kept(visit, "familyName", "Artıq");
            visit.open(address);
            assertEquals("Artıq", visit.field("familyName").inputValue());

            visit.press("Mətni sil");

            assertEquals("", visit.field("familyName").inputValue());
            assertTrue(visit.page().url().endsWith(address));
            assertFalse(visit.open(address).shows(PUT_BACK));
        }
    }

    @Test
    void afterExpiryThePageStaysAndKeepsAgainAfterASignInInASecondWindow() {
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open(address);
            end(DemoPerson.caseworker1);
            type(visit, "familyName", "Qalır");
            visit.field("givenName").focus();

            Locator bar = visit.page().locator("#signed-out");
            bar.waitFor();
            assertTrue(bar.innerText().contains("Sistemdən çıxmısınız"), bar.innerText());
            assertEquals("Qalır", visit.field("familyName").inputValue());
            assertEquals(0, live(DemoPerson.caseworker1));
            visit.picture("signed-out-bar");

            Page second = visit.context().waitForPage(() -> bar.locator("a").click());
            Visit.signIn(second, DemoPerson.caseworker1);
            second.close();
            Eventually.holds("the page keeps again", () -> live(DemoPerson.caseworker1) == 1);
            Eventually.holds("the bar is gone", () -> !bar.isVisible());

            visit.press("Yadda saxla");
            assertTrue(
                    visit.page().url().endsWith(address),
                    "the old page is opened anew: " + visit.page().url());
            assertTrue(visit.shows(PUT_BACK), visit.text());
            assertEquals("Qalır", visit.field("familyName").inputValue());
        }
    }

    @Test
    void aFormThatIsSentAfterExpiryIsThereAfterSigningIn() {
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open(address);
            type(visit, "familyName", "Gecikmiş");
            type(visit, "aliases", "Lalə");
            end(DemoPerson.caseworker1);
            forget(DemoPerson.caseworker1);
            visit.leaveProvider();

            visit.field("save").click();
            visit.page().locator("#username").waitFor();
            Visit.signIn(visit.page(), DemoPerson.caseworker1);

            assertTrue(visit.page().url().endsWith(address), visit.page().url());
            assertTrue(visit.shows(PUT_BACK), visit.text());
            assertEquals("Gecikmiş", visit.field("familyName").inputValue());
            assertEquals("Lalə", visit.field("aliases").inputValue());
        }
    }

    @Test
    void whatAScriptSendsAfterExpiryIsThereToo() {
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open(address);
            type(visit, "familyName", "Skript");
            end(DemoPerson.caseworker1);
            forget(DemoPerson.caseworker1);
            visit.leaveProvider();

            String answer = String.valueOf(visit.page().evaluate("""
                    async () => {
                      const form = document.getElementById('form');
                      const body = new URLSearchParams(new FormData(form));
                      const answer = await fetch(form.action, {method: 'POST', body, headers: {'Faces-Request': 'partial/ajax'}});
                      return answer.text();
                    }"""));
            assertTrue(answer.contains("<redirect url=\"" + address + "\"/>"), answer);
            visit.open(address);
            Visit.signIn(visit.page(), DemoPerson.caseworker1);

            assertEquals("Skript", visit.field("familyName").inputValue());
        }
    }

    /** F18: what was typed waits, sealed, for the day on which the person may come in again. */
    @Test
    @Tag("ASVS-7.4.2")
    void whoIsDisabledInTheMiddleOfAFormIsOutAndFindsTheTextWhenHeMayComeAgain() {
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open(address);
            kept(visit, "familyName", "Yarımçıq");
            enabledAtTheProvider(DemoPerson.caseworker1, false);
            try {
                aMinutePasses(DemoPerson.caseworker1);
                visit.stopDrafts();
                type(visit, "aliases", "Lalə");
                visit.field("save").click();
                visit.page().locator("#username").waitFor();

                assertEquals(401, visit.get(PERSON, "cors").status());
                visit.givePassword(DemoPerson.caseworker1, DemoPerson.PASSWORD);
                visit.page().locator("#input-error, .cw-note").first().waitFor();
                assertFalse(visit.page().url().startsWith(Himaye.address()), "comes no further than the sign-in");
                assertFalse(visit.page().content().contains("Yarımçıq"));
                assertEquals(1, live(DemoPerson.caseworker1));
                assertEquals(
                        0,
                        Database.number(
                                "select count(*) from himaye.draft where created_by = ? and draft::text like '%'"
                                        + " || encode('Yarımçıq', 'hex') || '%'",
                                DemoPerson.caseworker1.sub()));
            } finally {
                enabledAtTheProvider(DemoPerson.caseworker1, true);
            }
            visit.leaveProvider();
            visit.open(address);
            Visit.signIn(visit.page(), DemoPerson.caseworker1);

            assertTrue(visit.shows(PUT_BACK), visit.text());
            assertEquals("Yarımçıq", visit.field("familyName").inputValue());
            assertEquals("Lalə", visit.field("aliases").inputValue());
        }
    }

    @Test
    void anotherPersonInTheSameBrowserNeverGetsIt() {
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open(address);
            kept(visit, "familyName", "Sirr");
            type(visit, "aliases", "Gizli");
            end(DemoPerson.caseworker1);
            forget(DemoPerson.caseworker1);
            visit.leaveProvider();
            AccessEvents events = AccessEvents.fromNow();

            visit.field("save").click();
            visit.page().locator("#username").waitFor();
            Visit.signIn(visit.page(), DemoPerson.supervisor1);

            assertFalse(visit.page().content().contains("Gizli"));
            assertFalse(visit.page().content().contains("Sirr"));
            assertEquals(0, live(DemoPerson.supervisor1));
            visit.open("/casefile/overview.xhtml?number=" + number);
            assertFalse(visit.page().content().contains("Sirr"));
            assertTrue(events.of(DemoPerson.supervisor1).stream()
                    .noneMatch(event -> event.act().equals("draft.restore")));
            visit.leave();
        }
    }

    @Test
    void withoutTheCaseTheTextStaysSealed() {
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open(address);
            kept(visit, "familyName", "Əvvəlki");
            assign(DemoPerson.caseworker2);
            AccessEvents events = AccessEvents.fromNow();
            visit.open(address);

            assertEquals(404, visit.status());
            assertFalse(visit.page().content().contains("Əvvəlki"));
            assertTrue(events.of(DemoPerson.caseworker1).stream()
                    .noneMatch(event -> event.act().equals("draft.restore")));

            assign(DemoPerson.caseworker1);
            assertEquals("Əvvəlki", visit.open(address).field("familyName").inputValue());
            visit.leave();
        }
    }

    @Test
    void aClassThatIsNotGivenAnyMoreKeepsItSealed() {
        String safety = "/intake/safety.xhtml?number=" + number;
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open(safety);
            kept(visit, "dangerText", "Təhlükə");
            // Intake is over: urgent health is the medic's now.
            Database.change("update himaye.case_file set status = 'ACTIVE' where case_number = '" + number + "'");

            assertFalse(visit.open(safety).shows(PUT_BACK));
            assertEquals("", visit.field("dangerText").inputValue());

            Database.change("update himaye.case_file set status = 'INTAKE' where case_number = '" + number + "'");
            assertEquals("Təhlükə", visit.open(safety).field("dangerText").inputValue());
        }
    }

    @Test
    void afterSevenDaysItIsGone() {
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open(address);
            kept(visit, "familyName", "Köhnə");
            Database.change("update himaye.draft set updated_at = now() - interval '7 days 1 minute' where page = '"
                    + PERSON + "'");
            assertFalse(visit.open(address).shows(PUT_BACK));

            kept(visit, "aliases", "Yeni");
            assertEquals(
                    0,
                    Database.number("select count(*) from himaye.draft where updated_at < now() - interval '7 days'"),
                    "and deleted with the next one that is kept");
        }
    }

    @Test
    void aDraftOfAForeignRecordIsRefusedAndRecorded() {
        String token;
        try (Visit other = Visit.of(DemoPerson.caseworker1)) {
            token = token(other.open(address));
        }
        try (Visit visit = Visit.of(DemoPerson.caseworker2)) {
            visit.open("/casefile/start.xhtml");
            AccessEvents events = AccessEvents.fromNow();

            assertEquals(404, post(visit, token), "another person's token");
            assertEquals(404, post(visit, token(visit).substring(1)), "a token that was changed");
            assertEquals(404, post(visit, ""), "none");
            assertEquals(204, post(visit, token(visit)), "the own one");

            List<AccessEvents.Event> refused = events.of(DemoPerson.caseworker2);
            assertEquals(3, refused.size());
            refused.forEach(event -> {
                assertEquals("DENIED", event.outcome());
                assertEquals("FOREIGN_DRAFT", event.reason());
            });
            assertEquals(
                    0,
                    Database.number(
                            "select count(*) from himaye.draft where record = ? and fields is not null",
                            "number=" + number));
            assertEquals(404, visit.get("/draft").status(), "only our own pages send, and only by POST");
            visit.leave();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void anotherLanguageLosesNothing(String language) {
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open(address);
            type(visit, "familyName", "Dil");

            visit.page().locator(".cw-bar .cw-lang a[lang='" + language + "']").click();
            visit.page().waitForURL(Pattern.compile(".*" + Pattern.quote(address)));
            visit.page().locator("html[lang='" + language + "']").waitFor();

            assertEquals("Dil", visit.field("familyName").inputValue());
            assertTrue(visit.page().locator(".cw-unsent").isVisible());
        }
    }

    @Test
    void quickExitKeepsFirst() {
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open(address);
            // Only the exit itself gets through: nothing that the page sent before it.
            visit.stopDrafts();
            type(visit, "familyName", "Çıxış");

            visit.page().locator(".cw-exit").click();
            visit.page().waitForCondition(() -> live(DemoPerson.caseworker1) == 1);

            assertEquals(1, live(DemoPerson.caseworker1));
            visit.leave();
        }
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            assertEquals("Çıxış", visit.open(address).field("familyName").inputValue());
        }
    }

    @Test
    void whatAnotherOneSavedMeanwhileStandsBesideTheTextThatCameBack() {
        try (Visit first = Visit.of(DemoPerson.caseworker1);
                Visit second = Visit.of(DemoPerson.caseworker2)) {
            first.open(address);
            kept(first, "familyName", "Quliyeva");
            assign(DemoPerson.caseworker2);
            Form.of(second.open(address), "save")
                    .answer("anonymous", null)
                    .answer("familyName", "Əliyeva")
                    .answer("aliases", "Lalə")
                    .answer("dateOfBirth", null)
                    .answer("ageStated", null)
                    .answer("ageBasis", "STATED")
                    .answer("nationalityStatus", "CITIZEN_AZ")
                    .answer("countries", null)
                    .send();
            assertTrue(second.shows("Saxlanıldı."), second.text());
            assign(DemoPerson.caseworker1);

            first.open(address);

            assertEquals("Quliyeva", first.field("familyName").inputValue());
            assertTrue(first.shows("Bu arada saxlanılıb: Əliyeva"), first.text());
            assertEquals("Lalə", first.field("aliases").inputValue(), "what she did not touch is what is stored");
        }
    }

    @Test
    void aPlanComesBackWithItsNewRows() {
        CasePath path = new CasePath((id, length) -> "Mətn");
        try (Visit police = Visit.of(DemoPerson.police1);
                Visit supervisor = Visit.of(DemoPerson.supervisor1);
                Visit caseworker = Visit.of(DemoPerson.caseworker1)) {
            path.refer(police);
            path.accept(supervisor);
            path.intake(caseworker);
            path.needs(caseworker);
            String plan = "/plan/edit.xhtml?number=" + path.number();
            caseworker.open(plan);
            caseworker
                    .page()
                    .locator("[name='decision_HOUSING'][value='GOALS']")
                    .check(new Locator.CheckOptions().setForce(true));
            caseworker.page().locator("[id='addGoal_HOUSING']").click();
            caseworker.page().locator("[name='goals_HOUSING:1:aim']").waitFor();
            caseworker.page().locator("[name='goals_HOUSING:1:aim']").fill("İkinci məqsəd");
            Locator what = caseworker.page().locator("[name='goals_HOUSING:1:actions:0:what']");
            caseworker
                    .page()
                    .waitForResponse(
                            answer ->
                                    String.valueOf(answer.request().postData()).contains("Addim"),
                            () -> {
                                what.fill("Addim");
                                what.blur();
                            });

            caseworker.open(plan);

            assertTrue(caseworker.shows(PUT_BACK), caseworker.text());
            assertEquals(
                    "İkinci məqsəd",
                    caseworker.page().locator("[name='goals_HOUSING:1:aim']").inputValue());
            assertEquals(
                    "Addim",
                    caseworker
                            .page()
                            .locator("[name='goals_HOUSING:1:actions:0:what']")
                            .inputValue());
        }
    }

    @Test
    void keepingIsNoUseOfTheSessionAndNothingIsInTheBrowser() {
        try (Visit visit = Visit.of(DemoPerson.caseworker1)) {
            visit.open(address);
            Database.change("update himaye.signin_session set last_used = now() - interval '5 minutes' where sub = '"
                    + DemoPerson.caseworker1.sub() + "'");
            kept(visit, "familyName", "Sakit");

            assertEquals(
                    0,
                    Database.number(
                            "select count(*) from himaye.signin_session where sub = ? and ended_at is null and last_used > now() - interval '4 minutes'",
                            DemoPerson.caseworker1.sub()));
            assertEquals(0, ((Number) visit.page().evaluate("localStorage.length + sessionStorage.length")).intValue());
        }
    }

    private static void type(Visit visit, String field, String text) {
        visit.field(field).fill(text);
    }

    /** Types and waits until it is kept. */
    private static void kept(Visit visit, String field, String text) {
        Response response = visit.page().waitForResponse("**/draft", () -> {
            type(visit, field, text);
            visit.field(field).blur();
        });
        assertEquals(204, response.status());
    }

    private long live(DemoPerson person) {
        return Database.number(LIVE, person.sub(), "number=" + number);
    }

    /** The case is another colleague's, or hers again. */
    private void assign(DemoPerson person) {
        Database.change("update himaye.case_assignment set staff_sub = '" + person.sub()
                + "' where case_id = (select id from himaye.case_file where case_number = '" + number + "')");
    }

    private static String token(Visit visit) {
        return visit.page().locator("[name='himaye.draft']").first().inputValue();
    }

    private static int post(Visit visit, String token) {
        return ((Number) visit.page()
                        .evaluate(
                                "async token => (await fetch('/draft', {method: 'POST', body: new URLSearchParams({token, fields: 'urgency=X'})})).status",
                                token))
                .intValue();
    }

    private static void enabledAtTheProvider(DemoPerson person, boolean enabled) {
        assertEquals(
                204, Himaye.stack().realm().change("PUT", "users/" + person.sub(), "{\"enabled\": " + enabled + "}"));
    }

    private static void aMinutePasses(DemoPerson person) {
        Database.change("update himaye.signin_session set verified_at = now() - interval '61 seconds' where sub = '"
                + person.sub() + "'");
    }

    private static void end(DemoPerson person) {
        Database.change("update himaye.signin_session set last_used = now() - interval '16 minutes' where sub = '"
                + person.sub() + "'");
    }

    /** A draft that the script has kept in the meantime would hide that the sent form itself is not lost. */
    private static void forget(DemoPerson person) {
        Database.change("delete from himaye.draft where created_by = '" + person.sub() + "'");
    }
}

package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.himaye.stack.RealmAdministration;
import org.himaye.stack.SecondFactor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People come, change and go by one administrator's act, here and at the identity provider, and never by their own. */
class PeopleTest {

    private static final String PEOPLE = "/organisation/people.xhtml";
    private static final String INVITE = "/organisation/invite.xhtml";
    private static final String DAY = "/task/myday.xhtml";
    private static final String SHELTER = "a2caddf5-8fea-3b52-9087-65013452540c";
    private static final String CENTRE = "fe93b148-d8ae-30aa-8a30-ff353e79deba";
    private static final String POLICE = "b057bb42-0b8f-33af-a497-24caf7c5f6dd";
    private static final String OWN_PASSWORD = "a password of my own";

    private static final DemoPerson GUESSED = DemoPerson.partner1;
    private static final int GUESSES = 6;

    /** The lock as the provider told it while it held. */
    private static JsonObject lock;

    /** Somebody who was invited a moment ago. */
    private record Invited(String account, String password, UUID sub) {

        String page() {
            return "/organisation/colleague.xhtml?colleague=" + sub;
        }
    }

    private static String begun;

    /** What the provider records is brought three times a minute: the tests below go on meanwhile, and one of them looks. */
    @BeforeAll
    static void somebodyTypesWhatIsNoName() {
        begun = Database.texts("select now()").getFirst();
        try (Visit visit = Visit.ofStranger()) {
            visit.open("/");
            visit.page().fill("#username", "canary-typed-as-name");
            visit.page().fill("#password", "nothing");
            visit.page().click("#kc-login");
            visit.page().waitForSelector("#input-error");
        }
        guess();
    }

    /** Somebody guesses at a colleague's password until the realm takes not even the right one (5 failures, or two within a second). */
    private static void guess() {
        try (Visit visit = Visit.ofStranger()) {
            visit.open("/");
            for (int i = 0; i < GUESSES; i++) {
                visit.givePassword(GUESSED, "not the password " + i);
                visit.page().waitForSelector("#input-error");
            }
            visit.givePassword(GUESSED, DemoPerson.PASSWORD);
            visit.page().waitForSelector("#input-error");
            lock = lockOf(GUESSED);
        } finally {
            realm().change("DELETE", "attack-detection/brute-force/users/" + GUESSED.sub(), null);
        }
    }

    private static JsonObject lockOf(DemoPerson person) {
        return realm().get("attack-detection/brute-force/users/" + person.sub()).getAsJsonObject();
    }

    /** T10, T14: the account waits, nobody else does, and each failure is a row of the log and no more than one. */
    @Test
    void guessingLocksTheAccountForAWhileAndNobodyElse() {
        assertTrue(lock.get("disabled").getAsBoolean(), lock::toString);
        assertFalse(lockOf(DemoPerson.police2).get("disabled").getAsBoolean());
        try (Visit another = Visit.ofStranger().signIn(DemoPerson.police2);
                Visit afterwards = Visit.ofStranger().signIn(GUESSED)) {
            assertEquals(Himaye.address() + DAY, another.page().url());
            assertEquals(Himaye.address() + DAY, afterwards.page().url(), "the lock is over");
        }
        JsonObject rules = realm().get("").getAsJsonObject();
        assertFalse(rules.get("permanentLockout").getAsBoolean(), "nobody is locked out for good");
        assertTrue(rules.get("maxFailureWaitSeconds").getAsInt() <= 900);
        String told =
                "select count(*) from himaye.access_event where act = 'provider.signin' and reason = 'LOGIN_ERROR'"
                        + " and outcome = 'DENIED' and happened_at >= ?::timestamptz and actor = '" + GUESSED.sub()
                        + "'";
        Eventually.holds("brought", () -> Database.number(told, begun) >= GUESSES + 1);
        assertEquals(GUESSES + 1, Database.number(told, begun));
    }

    @Test
    void whoIsInvitedComesInWithTheHandoutAndGoesWithOneAct() {
        Invited person = invite("CASEWORKER");
        try (Visit visit = Visit.ofStranger();
                Visit administrator = Visit.of(DemoPerson.admin1).stepUp(DemoPerson.admin1, PEOPLE)) {
            administrator.open(person.page());
            assertFalse(administrator.shows(person.password()), "shown once");
            firstSignIn(visit, person).awaitApplication();
            visit.open(DAY);
            assertEquals(200, visit.status());

            administrator.open(person.page());
            Form.of(administrator, "end").answer("endReason", "LEFT").send();

            assertEquals(401, visit.get(DAY, "cors").status());
            assertTrue(administrator.shows("Giriş bağlandı"), administrator.text());
            assertFalse(user(person).get("enabled").getAsBoolean());
            assertEquals(
                    "[]",
                    realm().get("users/" + person.sub() + "/sessions")
                            .getAsJsonArray()
                            .toString());
            assertEquals(
                    List.of("ADMINISTRATOR"),
                    Database.texts("select end_reason from himaye.signin_session where sub = ?", person.sub()));
            assertEquals(
                    0,
                    Database.number(
                            "select count(*) from himaye.staff where provider_due is not null and sub = ?",
                            person.sub()));
        }
    }

    /** Without the second factor the job is not even at the provider: a thief of the paper has nothing but an empty account. */
    @Test
    void aJobOfWeightOpensOnlyWithTheFactorThatTheFirstSignInAdds() {
        Invited person = invite("SUPERVISOR");
        assertEquals(List.of(), jobs(person));
        try (Visit visit = Visit.ofStranger()) {
            firstSignIn(visit, person);
            String secret = visit.page().inputValue("[name=totpSecret]");
            visit.page()
                    .fill(
                            "#totp",
                            new SecondFactor(secret.getBytes(StandardCharsets.UTF_8))
                                    .code(SecondFactor.window(Instant.now())));
            visit.page().click("#saveTOTPBtn");
            visit.awaitApplication();

            assertEquals(Himaye.address() + DAY, visit.page().url());
            assertEquals(List.of("job.supervisor"), jobs(person));
        } finally {
            leave(person);
        }
    }

    /** The same as disabling the network for the administration alone: what is ended here is over, and is told as soon as possible. */
    @Test
    void whatTheProviderCannotBeToldHoldsHereAtOnceAndIsToldLater() {
        Invited person = invite("CASEWORKER");
        try (Visit visit = Visit.ofStranger();
                Visit administrator = Visit.of(DemoPerson.admin1).stepUp(DemoPerson.admin1, PEOPLE)) {
            firstSignIn(visit, person).awaitApplication();
            administrator.open(person.page());
            administration(false);
            try {
                Form.of(administrator, "end").answer("endReason", "LEFT").send();

                assertEquals(401, visit.get(DAY, "cors").status());
                assertTrue(administrator.shows("dəqiqədə üç dəfə yenidən bildirilir"), administrator.text());
                assertTrue(user(person).get("enabled").getAsBoolean());
                administrator.open(INVITE);
                Form.of(administrator, "invite")
                        .answer("account", person.account() + ".b")
                        .answer("institution", SHELTER)
                        .answer("role", "CASEWORKER")
                        .send();
                assertTrue(administrator.shows("Giriş xidməti cavab vermir"), administrator.text());
            } finally {
                administration(true);
            }
            Eventually.holds("told", () -> !user(person).get("enabled").getAsBoolean());
            Eventually.holds(
                    "the mark is gone",
                    () -> administrator.open(person.page()).text().contains("İşdən çıxıb")
                            && !administrator.shows("cavab vermir"));
        }
    }

    /** BR-072: no police work in a shelter, no oversight beside data. */
    @Test
    void aJobThatTheInstitutionDoesNotHaveIsRefused() {
        String account = account();
        try (Visit administrator = Visit.of(DemoPerson.admin1).stepUp(DemoPerson.admin1, INVITE)) {
            Form.of(administrator, "invite")
                    .answer("account", account)
                    .answer("institution", SHELTER)
                    .answer("role", "AUDITOR")
                    .send();

            assertTrue(administrator.shows("Bu qurumda belə vəzifə yoxdur"), administrator.text());
            assertEquals(
                    "[]", realm().get("users?exact=true&username=" + account).toString());
        }
    }

    @Test
    void nobodyAdministersHimselfAndEveryChangeAsksForASecondFactor() {
        try (Visit administrator = Visit.of(DemoPerson.admin1)) {
            administrator.open("/organisation/colleague.xhtml?colleague=" + DemoPerson.admin1.sub());
            assertTrue(administrator.shows("sizin öz hesabınızdır"), administrator.text());
            assertEquals(0, administrator.page().locator("main form button").count());

            administrator.open("/organisation/colleague.xhtml?colleague=" + DemoPerson.medic1.sub());
            ownJobIsNotChanged(administrator);

            Database.change("update himaye.signin_session set second_factor_at = null where sub = '"
                    + DemoPerson.admin1.sub() + "'");
            administrator.open("/organisation/colleague.xhtml?colleague=" + DemoPerson.medic1.sub());
            administrator
                    .page()
                    .waitForResponse(
                            answer -> answer.url().contains("/signin/step-up"),
                            () -> Form.of(administrator, "end")
                                    .answer("endReason", "LEFT")
                                    .send());
            assertEquals(
                    1,
                    Database.number(
                            "select count(*) from himaye.staff where active and sub = ?", DemoPerson.medic1.sub()));
        }
    }

    /** SC-08: the form of a colleague, sent about oneself, by who administers people and by a supervisor. */
    private static void ownJobIsNotChanged(Visit administrator) {
        String jobs = "select string_agg(sub || role, ' ' order by sub) from himaye.staff where active";
        List<String> before = Database.texts(jobs);
        Database.change("update himaye.signin_session set second_factor_at = now() where ended_at is null");
        String form = administrator.form("place").replaceAll("(role=)[A-Z_]+", "$1SUPERVISOR");
        try (Visit supervisor = Visit.of(DemoPerson.supervisor1)) {
            for (Map.Entry<DemoPerson, Visit> each : Map.of(
                            DemoPerson.admin1, administrator, DemoPerson.supervisor1, supervisor)
                    .entrySet()) {
                AccessEvents events = AccessEvents.fromNow();
                String own = "/organisation/colleague.xhtml?colleague="
                        + each.getKey().sub();
                assertEquals(404, each.getValue().forge(own, form).status(), own);
                assertEquals(
                        List.of("DENIED"),
                        events.of(each.getKey()).stream()
                                .map(AccessEvents.Event::outcome)
                                .toList());
            }
        }
        assertEquals(before, Database.texts(jobs));
    }

    /** The way in is renewed, and the person reads by whom and why; the old password opens nothing from that moment. */
    @Test
    void whoForgotThePasswordGetsANewOneAndReadsWhoGaveIt() {
        Invited person = invite("CASEWORKER");
        try (Visit before = Visit.ofStranger();
                Visit visit = Visit.ofStranger();
                Visit administrator = Visit.of(DemoPerson.admin1).stepUp(DemoPerson.admin1, PEOPLE)) {
            firstSignIn(before, person).awaitApplication();
            administrator.open(person.page());
            Form.of(administrator, "renew").answer("reason", "FORGOTTEN").send();
            String password = handedOver(administrator);

            assertEquals(401, before.get(DAY, "cors").status());
            firstSignIn(visit, new Invited(person.account(), password, person.sub()), OWN_PASSWORD + " 2")
                    .awaitApplication();
            assertTrue(visit.shows("Parol unudulub"), visit.text());
            visit.page().click("#readNotes");
            visit.page().waitForLoadState();
            assertFalse(visit.shows("Parol unudulub"), visit.text());
        } finally {
            leave(person);
        }
    }

    /** BR-071: with the work every function on a case ends, in the same act; the history says so, and nobody else loses one. */
    @Test
    void theFunctionsOfASpecialistEndWithTheWork() {
        Invited person = invite("PSYCHOLOGIST");
        CaseRows on = CaseRows.active("PRESUMED");
        String address = "/casefile/overview.xhtml?number=" + on.number();
        try (Visit supervisor = Visit.of(DemoPerson.supervisor1)) {
            supervisor.open(address);
            Form.of(supervisor, "join")
                    .answer("specialist", person.sub().toString())
                    .send();
        }
        assertEquals(List.of("open"), functions(person, on));
        AccessEvents events = AccessEvents.fromNow();
        leave(person);

        assertEquals(List.of("PSYCHOLOGIST LEFT"), functions(person, on));
        AccessEvents.Event ended = events.of(DemoPerson.admin1).stream()
                .filter(event -> event.fields().contains("staff.endReason"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, ended.cases(), "the event of the act names the case");
        assertTrue(ended.fields().contains("case_assignment.until"), ended.toString());
        try (Visit caseworker = Visit.of(DemoPerson.caseworker1)) {
            assertEquals(200, caseworker.open(address).status());
            assertTrue(caseworker.shows("İş üzrə funksiya bitdi: Psixoloq (İşdən çıxıb)"), caseworker.text());
        }
    }

    /** BR-071: whoever works elsewhere would go on reading; the cases stand on the supervisor's day until she hands them over. */
    @Test
    void anotherPlaceEndsWhatWasGivenForThisOne() {
        Invited person = invite("CASEWORKER");
        CaseRows on = CaseRows.active("PRESUMED");
        try (Visit supervisor = Visit.of(DemoPerson.supervisor1);
                Visit administrator = Visit.of(DemoPerson.admin1).stepUp(DemoPerson.admin1, PEOPLE)) {
            supervisor.open("/casefile/overview.xhtml?number=" + on.number());
            Form.of(supervisor, "assign")
                    .answer("caseworker", person.sub().toString())
                    .answer("reason", "WORKLOAD")
                    .send();
            administrator.open(person.page());
            Form.of(administrator, "place")
                    .answer("institution", SHELTER)
                    .answer("role", "CASEWORKER")
                    .answer("onDuty", "true")
                    .send();
            assertEquals(List.of("open"), functions(person, on), "a duty is neither job nor place");
            administrator.open(person.page());
            Form.of(administrator, "place")
                    .answer("institution", CENTRE)
                    .answer("role", "CASEWORKER")
                    .send();

            assertEquals(List.of("PRIMARY OTHER_JOB"), functions(person, on));
            supervisor.open(DAY);
            assertTrue(supervisor.shows("İşin əməkdaşı yoxdur"), supervisor.text());
        } finally {
            leave(person);
        }
    }

    private static List<String> functions(Invited person, CaseRows on) {
        return Database.texts(
                "select case when assigned_until is null then 'open' else function || ' ' || end_reason end"
                        + " from himaye.case_assignment where staff_sub = ? and case_id = ?",
                person.sub(),
                on.caseId());
    }

    /** Ninety days after the last one the supervisor signs; whose access is not needed is out at once, her own line is not hers. */
    @Test
    void theSupervisorSignsWhoStillNeedsAccessAndTheOthersAreOut() {
        Invited person = invite("CASEWORKER");
        lastReview(SHELTER, "91 days");
        try (Visit visit = Visit.ofStranger();
                Visit administrator = Visit.of(DemoPerson.admin1);
                Visit supervisor = Visit.of(DemoPerson.supervisor1).stepUp(DemoPerson.supervisor1, DAY)) {
            firstSignIn(visit, person).awaitApplication();
            assertTrue(supervisor.shows("Hüquqların yoxlanması"), supervisor.text());
            administrator.open(PEOPLE);
            assertTrue(administrator.shows("hüquqların yoxlanması gecikir"), administrator.text());

            supervisor.open("/organisation/reviewrights.xhtml");
            assertFalse(supervisor.page().locator("main form").innerText().contains("Supervisor 1"));
            supervisor.press("İmzala");
            assertTrue(supervisor.shows("Hər əməkdaş üçün qərar seçin"), supervisor.text());
            signAllBut(supervisor, person, "NOT_NEEDED");

            assertTrue(supervisor.shows("Siyahı imzalandı"), supervisor.text());
            assertEquals(401, visit.get(DAY, "cors").status());
            assertFalse(user(person).get("enabled").getAsBoolean());
            assertEquals(
                    List.of("REVIEW"),
                    Database.texts("select end_reason from himaye.staff where sub = ?", person.sub()));
            supervisor.open(DAY);
            assertFalse(supervisor.shows("Hüquqların yoxlanması"), supervisor.text());
        }
    }

    /** ADR 17: where nobody supervises the privacy officer signs, and nobody else; whoever grants rights signs for none. */
    @Test
    void whereNobodySupervisesThePrivacyOfficerSigns() {
        Invited person = invite("POLICE_REFERRER", POLICE);
        lastReview(POLICE, "91 days");
        String review = "/organisation/reviewrights.xhtml";
        String ofPolice = review + "?institution=" + POLICE;
        try (Visit administrator = Visit.of(DemoPerson.admin1);
                Visit supervisor = Visit.of(DemoPerson.supervisor1);
                Visit officer = Visit.of(DemoPerson.privacy1).stepUp(DemoPerson.privacy1, DAY)) {
            administrator.open(PEOPLE);
            assertTrue(administrator.shows("Orada məlumatların mühafizəsi üzrə məsul imzalayır"), administrator.text());
            assertEquals(404, administrator.open(ofPolice).status());
            assertEquals(404, supervisor.open(ofPolice).status(), "not her house");
            assertEquals(404, officer.open(review + "?institution=" + SHELTER).status(), "has a supervisor");
            assertEquals(
                    404,
                    officer.open(review + "?institution=" + UUID.randomUUID()).status());

            officer.open(DAY);
            assertTrue(officer.shows("Hüquqların yoxlanması"), officer.text());
            officer.open(review);
            assertFalse(officer.page().locator("main table").innerText().contains("sığınacağı"), officer.text());
            officer.follow("Rayon polis şöbəsi");
            assertEquals(Himaye.address() + ofPolice, officer.page().url());
            signAllBut(officer, person, "LEFT");

            assertTrue(officer.shows("Siyahı imzalandı"), officer.text());
            assertFalse(user(person).get("enabled").getAsBoolean());
            assertEquals(
                    List.of(DemoPerson.privacy1.sub().toString()),
                    Database.texts(
                            "select signed_by from himaye.rights_review where institution = ?::uuid"
                                    + " and signed_at > now() - interval '5 minutes'",
                            POLICE));
            administrator.open(PEOPLE);
            assertFalse(administrator.shows("hüquqların yoxlanması gecikir"), administrator.text());
        }
    }

    private static void signAllBut(Visit signing, Invited person, String decision) {
        signing.page().locator("main form select").all().forEach(each -> each.selectOption("KEEP"));
        signing.page()
                .locator(".cw-grade", new com.microsoft.playwright.Page.LocatorOptions().setHasText(person.account()))
                .locator("select")
                .selectOption(decision);
        signing.press("İmzala");
    }

    /** As if the rights of the institution had been reviewed so long ago. */
    private static void lastReview(String institution, String ago) {
        Database.change("update himaye.rights_review set signed_at = now() - interval '" + ago
                + "' where institution = '" + institution + "'");
        Database.change(
                "insert into himaye.rights_review (id, institution, signed_by, signed_at) values (gen_random_uuid(), '"
                        + institution + "', '" + DemoPerson.supervisor2.sub() + "', now() - interval '" + ago + "')");
    }

    /** ASVS 16.3.1: a password that somebody typed into the field for the name is written down nowhere. */
    @Test
    void whatTheProviderRecordedComesIntoTheLogOnceAndWithoutTypedText() {
        String failures =
                "select count(*) from himaye.access_event where act = 'provider.signin' and reason = 'LOGIN_ERROR'"
                        + " and outcome = 'DENIED' and happened_at >= ?::timestamptz";
        Eventually.holds("brought", () -> Database.number(failures, begun) > 0);

        assertEquals(
                0,
                Database.number(
                        "select count(*) from himaye.access_event e where e::text like '%canary-typed-as-name%'"));
        assertEquals(
                0,
                Database.number("select count(*) from (select id from himaye.access_event where act like 'provider.%'"
                        + " group by id having count(*) > 1) twice"));
    }

    /** As after an outage in which the server ended between the two: the newest sign-in came, what administrators did before it did not. */
    @Test
    void whatAdministratorsDidIsBroughtAlsoWhereALaterSignInCameBeforeIt() {
        // A round begins every twenty seconds: what happens just then waits for the next one.
        Eventually.holds("between two rounds", () -> Math.abs(LocalTime.now().getSecond() % 20 - 10) < 7);
        String from = Database.texts("select now()").getFirst();
        UUID later = UUID.randomUUID();
        Database.change("insert into himaye.provider_event (id, happened_at, act) values ('" + later
                + "', now() + interval '20 minutes', 'provider.signin')");
        try {
            assertEquals(
                    204,
                    Himaye.stack()
                            .realm()
                            .change("PUT", "users/" + DemoPerson.psychologist1.sub(), "{\"enabled\": true}"));
            Eventually.holds(
                    "brought",
                    () -> Database.number(
                                    "select count(*) from himaye.access_event where act = 'provider.administration'"
                                            + " and happened_at >= ?::timestamptz and entity_id = ?",
                                    from,
                                    DemoPerson.psychologist1.sub())
                            == 1);
        } finally {
            Database.change("delete from himaye.provider_event where id = '" + later + "'");
        }
    }

    private static Invited invite(String role) {
        return invite(role, SHELTER);
    }

    private static Invited invite(String role, String institution) {
        String account = account();
        try (Visit administrator = Visit.of(DemoPerson.admin1).stepUp(DemoPerson.admin1, INVITE)) {
            Form.of(administrator, "invite")
                    .answer("name", "Sınaq " + account)
                    .answer("account", account)
                    .answer("institution", institution)
                    .answer("role", role)
                    .send();
            assertTrue(administrator.page().isVisible("#handout"), administrator.text());
            return new Invited(
                    account,
                    handedOver(administrator),
                    UUID.fromString(Database.texts("select sub from himaye.staff where account = ?", account)
                            .getFirst()));
        }
    }

    private static String handedOver(Visit administrator) {
        return administrator.page().locator("#handout dd").last().innerText().strip();
    }

    private static void leave(Invited person) {
        try (Visit administrator = Visit.of(DemoPerson.admin1).stepUp(DemoPerson.admin1, PEOPLE)) {
            administrator.open(person.page());
            Form.of(administrator, "end").answer("endReason", "LEFT").send();
        }
    }

    /** The paper's password, then one of her own. */
    private static Visit firstSignIn(Visit visit, Invited person) {
        return firstSignIn(visit, person, OWN_PASSWORD);
    }

    private static Visit firstSignIn(Visit visit, Invited person, String own) {
        visit.open("/");
        visit.page().fill("#username", person.account());
        visit.page().fill("#password", person.password());
        visit.page().click("#kc-login");
        visit.page().fill("#password-new", own);
        visit.page().fill("#password-confirm", own);
        visit.page().click("#kc-login");
        visit.page().waitForLoadState();
        return visit;
    }

    private static String account() {
        return "test." + Long.toString(System.nanoTime(), 36);
    }

    private static RealmAdministration realm() {
        return Himaye.stack().realm();
    }

    private static JsonObject user(Invited person) {
        return realm().get("users/" + person.sub()).getAsJsonObject();
    }

    private static List<String> jobs(Invited person) {
        return realm().get("users/" + person.sub() + "/role-mappings/realm").getAsJsonArray().asList().stream()
                .map(role -> role.getAsJsonObject().get("name").getAsString())
                .filter(name -> name.startsWith("job."))
                .toList();
    }

    /** Lets the administration's client do its work, or not. */
    private static void administration(boolean open) {
        String client = first("clients?clientId=himaye-people", "id");
        String account = realm().get("clients/" + client + "/service-account-user")
                .getAsJsonObject()
                .get("id")
                .getAsString();
        String rights = first("clients?clientId=realm-management", "id");
        JsonObject right =
                realm().get("clients/" + rights + "/roles/manage-users").getAsJsonObject();
        assertEquals(
                204,
                realm().change(
                                open ? "POST" : "DELETE",
                                "users/" + account + "/role-mappings/clients/" + rights,
                                "[" + right + "]"));
    }

    private static String first(String path, String name) {
        return realm().get(path)
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .get(name)
                .getAsString();
    }
}

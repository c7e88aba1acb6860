package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.himaye.stack.RealmAdministration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody in a job of weight comes in by password alone, and nobody but the administrator gives out a second factor. */
class SecondFactorTest {

    private static final String DAY = "/task/myday.xhtml";

    /** ASVS 6.3.3. */
    @Test
    void thePasswordAloneOpensNothing() {
        try (Visit visit = Visit.ofStranger()) {
            visit.open("/").givePassword(DemoPerson.admin1, DemoPerson.PASSWORD);

            assertTrue(visit.page().isVisible("#otp"));
            assertEquals(401, statusForScript(visit));
        }
    }

    /** ASVS 6.5.1: whoever looked over a shoulder has nothing. */
    @Test
    @Tag("ASVS-6.5.1")
    void aCodeWorksOnce() {
        String code;
        try (Visit visit = Visit.ofStranger()) {
            visit.open("/").givePassword(DemoPerson.privacy1, DemoPerson.PASSWORD);
            // Read when it is asked for: the first visit of all waits for the servers to start.
            code = Codes.next(DemoPerson.privacy1);
            visit.giveCode(code).awaitApplication();
        }
        try (Visit thief = Visit.ofStranger()) {
            thief.open("/")
                    .givePassword(DemoPerson.privacy1, DemoPerson.PASSWORD)
                    .giveCode(code);

            assertTrue(thief.shows("Kod uyğun gəlmir"));
            assertEquals(401, statusForScript(thief));
        }
    }

    /** ASVS 6.5.5: one window for clocks that differ, not more. */
    @Test
    @Tag("ASVS-6.5.5")
    void anOldCodeDoesNotWork() {
        try (Visit visit = Visit.ofStranger()) {
            visit.open("/")
                    .givePassword(DemoPerson.privacy1, DemoPerson.PASSWORD)
                    .giveCode(Codes.of(DemoPerson.privacy1, Codes.now() - 3));

            assertTrue(visit.page().isVisible("#otp"));
            assertEquals(401, statusForScript(visit));
        }
    }

    /** A password thief must not be offered to enrol a device of his own. */
    @Test
    void whoNeedsAFactorAndHasNoneIsSentToTheAdministratorAndOfferedNothing() {
        secondFactor(DemoPerson.lawyer1, true);
        try (Visit visit = Visit.ofStranger()) {
            visit.open("/").givePassword(DemoPerson.lawyer1, DemoPerson.PASSWORD);

            assertTrue(visit.shows("ikinci təsdiq lazımdır"), visit.text());
            assertFalse(visit.page().isVisible("#totp"));
            assertFalse(visit.page().isVisible("#registerWebAuthn"));
            assertTrue(visit.page().isVisible("#backToApplication"));
        } finally {
            secondFactor(DemoPerson.lawyer1, false);
        }
    }

    @Test
    void aKeyThatTheAdministratorLetsAPersonAddIsASecondFactor() {
        DemoPerson person = DemoPerson.lawyer1;
        secondFactor(person, true);
        require(person, "\"webauthn-register\"");
        try (Visit visit = Visit.ofStranger()) {
            addKey(visit.page());
            // As after a reset by the administrator: the role asks for a factor again once there is one.
            secondFactor(person, false);
            visit.open("/").givePassword(person, DemoPerson.PASSWORD);
            visit.page().click("#registerWebAuthn");
            visit.awaitApplication();
            secondFactor(person, true);
            visit.page().evaluate("address => fetch(address, {method: 'POST', redirect: 'manual'})", "/signin/out");

            visit.open("/").givePassword(person, DemoPerson.PASSWORD);
            assertEquals(401, statusForScript(visit));
            visit.page().click("#authenticateWebAuthnButton");
            visit.awaitApplication();

            assertEquals(Himaye.address() + DAY, visit.page().url());
        } finally {
            forgetKeys(person);
            require(person, "");
            secondFactor(person, false);
        }
    }

    @Test
    void aCodeDeviceIsAddedOnlyWhenTheAdministratorSaysSo() {
        DemoPerson person = DemoPerson.caseworker3;
        require(person, "\"CONFIGURE_TOTP\"");
        try (Visit visit = Visit.ofStranger()) {
            visit.open("/").givePassword(person, DemoPerson.PASSWORD);

            assertTrue(visit.page().isVisible("#kc-totp-secret-qr-code"));
            assertTrue((Boolean)
                    visit.page().evaluate("document.getElementById('kc-totp-secret-qr-code').naturalWidth > 0"));
        } finally {
            require(person, "");
        }
    }

    @ParameterizedTest
    @CsvSource({"az,İnzibatçınıza zəng edin", "en,Call your administrator", "ru,Позвоните администратору"})
    void whoForgotThePasswordOrLostTheDeviceReadsWhomToCall(String language, String text) {
        try (Visit visit = Visit.ofStranger()) {
            visit.open("/language?back=/&to=" + language);
            visit.page().click("#help summary");

            assertTrue(visit.shows(text), visit.text());
            assertEquals(0, visit.page().locator("a[href*='reset-credentials']").count());
        }
    }

    /** After a wrong password there is no blocked script, and the address can be opened again. */
    @Test
    void aWrongPasswordIsToldAndThePageCanBeLoadedAgain() {
        try (Visit visit = Visit.ofStranger()) {
            visit.open("/").givePassword(DemoPerson.partner1, "not the right password");
            assertTrue(visit.page().isVisible("#input-error"));

            visit.page().waitForURL(url -> !url.contains("session_code"));
            visit.page().reload();
            visit.givePassword(DemoPerson.partner1, DemoPerson.PASSWORD).awaitApplication();

            assertEquals(Himaye.address() + DAY, visit.page().url());
        }
    }

    private static int statusForScript(Visit visit) {
        return visit.get(DAY, "cors").status();
    }

    /** Gives or takes the role that asks for a second factor. */
    private static void secondFactor(DemoPerson person, boolean needed) {
        RealmAdministration realm = Himaye.stack().realm();
        String role = realm.get("roles/second-factor").toString();
        assertEquals(
                204, realm.change(needed ? "POST" : "DELETE", of(person) + "/role-mappings/realm", "[" + role + "]"));
    }

    private static void require(DemoPerson person, String actions) {
        JsonObject user = Himaye.stack().realm().get(of(person)).getAsJsonObject();
        user.add("requiredActions", JsonParser.parseString("[" + actions + "]"));
        assertEquals(204, Himaye.stack().realm().change("PUT", of(person), user.toString()));
    }

    private static void forgetKeys(DemoPerson person) {
        RealmAdministration realm = Himaye.stack().realm();
        realm.get(of(person) + "/credentials").getAsJsonArray().forEach(each -> {
            JsonObject credential = each.getAsJsonObject();
            if (credential.get("type").getAsString().equals("webauthn")) {
                realm.change(
                        "DELETE",
                        of(person) + "/credentials/" + credential.get("id").getAsString(),
                        null);
            }
        });
    }

    private static String of(DemoPerson person) {
        return "users/" + person.sub();
    }

    /** A key that answers by itself, as if somebody touched it. */
    private static void addKey(Page page) {
        CDPSession devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject key = new JsonObject();
        key.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", key);
    }
}

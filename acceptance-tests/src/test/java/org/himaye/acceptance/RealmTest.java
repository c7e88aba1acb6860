package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The realm as it runs: a file can say much that Keycloak does not understand. */
class RealmTest {

    private static final String CLIENT = "himaye-web";

    /** ASVS 6.2.1, 6.2.4, 6.2.9, 6.2.12, 6.5.1, 6.5.5, 7.3.1, 7.3.2. */
    @Test
    @Tag("ASVS-6.2.1")
    @Tag("ASVS-6.2.4")
    @Tag("ASVS-6.2.9")
    @Tag("ASVS-6.2.12")
    @Tag("ASVS-10.4.8")
    void passwordsCodesSessionsAndGuessingAreGoverned() {
        JsonObject realm = get("").getAsJsonObject();

        assertTrue(text(realm, "passwordPolicy").contains("length(15)"));
        assertTrue(text(realm, "passwordPolicy").contains("passwordBlacklist(blocked.txt)"));
        assertEquals(
                Map.of(
                        "bruteForceProtected", "true",
                        "otpPolicyCodeReusable", "false",
                        "resetPasswordAllowed", "false",
                        "registrationAllowed", "false",
                        "rememberMe", "false",
                        "revokeRefreshToken", "true",
                        "ssoSessionIdleTimeout", "900",
                        "ssoSessionMaxLifespan", "36000",
                        "browserFlow", "sign-in"),
                texts(
                        realm,
                        "bruteForceProtected",
                        "otpPolicyCodeReusable",
                        "resetPasswordAllowed",
                        "registrationAllowed",
                        "rememberMe",
                        "revokeRefreshToken",
                        "ssoSessionIdleTimeout",
                        "ssoSessionMaxLifespan",
                        "browserFlow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "qwertyuiopasdfgh", "PASSWORDPASSWORD"})
    @Tag("ASVS-6.2.1")
    @Tag("ASVS-6.2.4")
    void aWeakPasswordIsRefused(String password) {
        try {
            assertEquals(400, setPassword(password));
        } finally {
            setPassword(DemoPerson.PASSWORD);
        }
    }

    private static int setPassword(String password) {
        return Himaye.stack()
                .realm()
                .change(
                        "PUT",
                        "users/" + DemoPerson.partner1.sub() + "/reset-password",
                        "{\"type\": \"password\", \"temporary\": false, \"value\": \"" + password + "\"}");
    }

    @Test
    void everyEventAndEveryActOfAnAdministratorIsKept() {
        JsonObject events = get("events/config").getAsJsonObject();

        assertEquals("true", text(events, "eventsEnabled"));
        assertEquals("true", text(events, "adminEventsEnabled"));
        assertEquals("true", text(events, "adminEventsDetailsEnabled"));
        Set<String> kept = new TreeSet<>();
        events.getAsJsonArray("enabledEventTypes").forEach(type -> kept.add(type.getAsString()));
        assertTrue(kept.containsAll(Set.of(
                "LOGIN",
                "LOGIN_ERROR",
                "LOGOUT",
                "UPDATE_CREDENTIAL",
                "REMOVE_CREDENTIAL",
                "USER_DISABLED_BY_TEMPORARY_LOCKOUT")));
    }

    @Test
    @Tag("ASVS-10.4.6")
    @Tag("ASVS-10.4.16")
    void twoClientsAreOpenAndProveThemselvesByKey() {
        Set<String> open = new TreeSet<>();
        get("clients").getAsJsonArray().forEach(each -> {
            JsonObject client = each.getAsJsonObject();
            boolean signsIn = client.get("enabled").getAsBoolean()
                    && !client.get("bearerOnly").getAsBoolean();
            if (signsIn) {
                open.add(text(client, "clientId"));
            }
        });

        assertEquals(Set.of(CLIENT, "himaye-people"), open);
        JsonObject client =
                get("clients?clientId=" + CLIENT).getAsJsonArray().get(0).getAsJsonObject();
        assertEquals("client-jwt", text(client, "clientAuthenticatorType"));
        assertFalse(client.get("directAccessGrantsEnabled").getAsBoolean());
        assertEquals(
                "[\"" + Himaye.address() + "/signin/callback\"]",
                client.get("redirectUris").toString());
    }

    /** Not only our client: whatever client is made later is held to the same, whoever makes it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"publicClient\": true, \"redirectUris\": [\"http://localhost/x\"]",
                "\"publicClient\": false, \"clientAuthenticatorType\": \"client-secret\", \"redirectUris\": [\"http://localhost/x\"]",
                "\"publicClient\": false, \"clientAuthenticatorType\": \"client-jwt\", \"redirectUris\": [\"http://localhost/*\"]",
                "\"publicClient\": false, \"clientAuthenticatorType\": \"client-jwt\", \"directAccessGrantsEnabled\": true,"
                        + " \"redirectUris\": [\"http://localhost/x\"]"
            })
    void aClientThatWouldBeWeakerIsNotMade(String traits) {
        String body = "{\"clientId\": \"weak\", \"fullScopeAllowed\": false, " + traits + "}";
        int made = Himaye.stack().realm().change("POST", "clients", body);

        if (made == 201) {
            String id =
                    text(get("clients?clientId=weak").getAsJsonArray().get(0).getAsJsonObject(), "id");
            Himaye.stack().realm().change("DELETE", "clients/" + id, null);
        }
        assertEquals(400, made, traits);
    }

    /** ASVS 10.4.6, 10.4.13: nothing begins that was not pushed before. */
    @Test
    @Tag("ASVS-10.4.6")
    @Tag("ASVS-10.4.13")
    void aRequestThatWasNotPushedIsRefused() {
        String callback = Himaye.address() + "/signin/callback";
        int challenged = status(Himaye.stack().issuer()
                + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id="
                + CLIENT + "&redirect_uri=" + callback + "&nonce=n&state=s&code_challenge_method=S256&code_challenge="
                + "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        int elsewhere = status(Himaye.stack().issuer() + "/protocol/openid-connect/auth?response_type=code&client_id="
                + CLIENT + "&redirect_uri=https://example.org/");

        assertTrue(challenged >= 300, "sign-in page was shown");
        assertEquals(400, elsewhere);
    }

    @Test
    void nobodyManagesHisOwnSecondFactor() {
        assertTrue(status(Himaye.stack().issuer() + "/account/") >= 400);
    }

    private static JsonElement get(String path) {
        return Himaye.stack().realm().get(path);
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).getAsString();
    }

    private static Map<String, String> texts(JsonObject object, String... names) {
        Map<String, String> all = new TreeMap<>();
        for (String name : names) {
            all.put(name, text(object, name));
        }
        return all;
    }

    private static int status(String address) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

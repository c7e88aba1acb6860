package org.himaye.realm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Role;
import org.himaye.confidentiality.SeparateDuties;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The realm says what the code says, and the client may nothing that it does not need. */
class RealmTest {

    private static final String SECOND_FACTOR = "second-factor";

    private static final Map<String, Object> REALM = json("/realm/himaye-realm.json");
    private static final Map<String, Object> PEOPLE = json("/realm/himaye-users-0.json");

    @Test
    void everyGrantablePermissionIsARealmRoleAndTheOtherWayRound() {
        Set<String> inCode = Arrays.stream(Permission.values())
                .filter(Permission::grantable)
                .map(Permission::realmName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(inCode, plainRoles());
    }

    @Test
    void everyJobIsACompositeRoleAndTheOtherWayRound() {
        Set<String> inCode = Arrays.stream(Role.values())
                .filter(role -> role != Role.SYSTEM)
                .map(Role::realmName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(inCode, jobs().keySet());
    }

    @Test
    void everyJobIsMadeOfPermissionsAndMayOpenItsDay() {
        jobs().forEach((job, permissions) -> {
            assertTrue(plainRoles().containsAll(without(SECOND_FACTOR, permissions)), job);
            assertTrue(permissions.contains(Permission.MYDAY_OPEN.realmName()), job);
        });
    }

    /** BR-072. */
    @Test
    void noJobHoldsWhatNobodyMayHaveTogether() {
        jobs().forEach((job, permissions) -> {
            assertTrue(allowed(permissions), job);
            assertFalse(permissions.containsAll(Set.of("reimbursement.request", "reimbursement.review")), job);
        });
    }

    /** What somebody adds to an account is no way to say yes to the own work: neither the decider's to a worker's job, nor the other way round. */
    @Test
    void noJobOfAHouseTakesADutyOfTheOtherSide() {
        Set<String> decides = jobs().get("job.supervisor");
        Set<String> works = Stream.of("job.caseworker", "job.psychologist", "job.medic", "job.lawyer")
                .flatMap(job -> jobs().get(job).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> taken = new TreeSet<>();
        int tried = 0;
        for (String job : List.of("job.caseworker", "job.psychologist", "job.medic", "job.lawyer", "job.supervisor")) {
            Set<String> duties = new TreeSet<>(job.equals("job.supervisor") ? works : decides);
            duties.removeAll(job.equals("job.supervisor") ? decides : works);
            duties.removeIf(each -> each.endsWith(".read") || each.equals(SECOND_FACTOR));
            for (String duty : duties) {
                Set<String> both = new TreeSet<>(jobs().get(job));
                both.add(duty);
                tried++;
                if (allowed(both)) {
                    taken.add(job + " " + duty);
                }
            }
        }
        assertEquals(Set.of(), taken);
        assertTrue(tried > 80, "tried: " + tried);
    }

    private static boolean allowed(Set<String> permissions) {
        return SeparateDuties.allow(permissions.stream()
                .map(Permission::ofRealmName)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
    }

    @Test
    void jobsThatDecideSeeEverybodyOrGovernNeedASecondFactor() {
        Set<String> needing = jobs().entrySet().stream()
                .filter(job -> job.getValue().contains(SECOND_FACTOR))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        assertEquals(
                Set.of(
                        "job.supervisor",
                        "job.identification-officer",
                        "job.finance-reviewer",
                        "job.finance-approver",
                        "job.finance-payer",
                        "job.auditor",
                        "job.privacy-officer",
                        "job.administrator"),
                needing);
    }

    @Test
    void theCodeKnowsWhichJobsNeedASecondFactor() {
        jobs().forEach((job, permissions) -> assertEquals(
                permissions.contains(SECOND_FACTOR),
                Arrays.stream(Role.values()).anyMatch(role -> role.realmName().equals(job) && role.needsSecondFactor()),
                job));
    }

    /** The administration of people may what it does and nothing else of the realm, and nobody signs in through it. */
    @Test
    void thePeopleClientMayManagePeopleAndReadEventsOnly() {
        Map<String, Object> client = maps(REALM.get("clients")).stream()
                .filter(each -> "himaye-people".equals(each.get("clientId")))
                .findFirst()
                .orElseThrow();
        Set<String> rights = Set.of("manage-users", "view-users", "query-users", "view-events");

        assertEquals("client-jwt", client.get("clientAuthenticatorType"));
        assertEquals(false, client.get("standardFlowEnabled"));
        assertEquals(false, client.get("directAccessGrantsEnabled"));
        assertEquals(false, client.get("fullScopeAllowed"));
        assertEquals(List.of(), client.get("redirectUris"));
        assertEquals(
                rights,
                Set.copyOf(strings(
                        map(maps(REALM.get("users")).get(0).get("clientRoles")).get("realm-management"))));
        assertEquals(
                rights,
                Set.copyOf(strings(maps(map(REALM.get("clientScopeMappings")).get("realm-management"))
                        .get(0)
                        .get("roles"))));
    }

    /** Urgent access asks for one of people who sign in by password alone: some of them have it, some do not. */
    @Test
    void thePeopleOfTheDemoHaveACodeIfTheirJobNeedsOneAndOnlyForWhatAsksForOne() {
        for (Map<String, Object> person : maps(PEOPLE.get("users"))) {
            String job = strings(person.get("realmRoles")).get(0);
            boolean hasCode = maps(person.get("credentials")).stream()
                    .anyMatch(credential -> "otp".equals(credential.get("type")));

            assertTrue(hasCode || !jobs().get(job).contains(SECOND_FACTOR), (String) person.get("username"));
            assertTrue(
                    !hasCode
                            || jobs().get(job).contains(SECOND_FACTOR)
                            || jobs().get(job).contains("breakglass.start"),
                    (String) person.get("username"));
        }
    }

    @Test
    void thePeopleOfTheDemoHaveOneJobAndTheIdsThatTheLoaderKnows() {
        for (Map<String, Object> person : maps(PEOPLE.get("users"))) {
            String name = (String) person.get("username");
            UUID expected = UUID.nameUUIDFromBytes(("himaye-demo:" + name).getBytes(StandardCharsets.UTF_8));
            List<String> roles = strings(person.get("realmRoles"));

            assertEquals(expected.toString(), person.get("id"), name);
            assertEquals(1, roles.size(), name);
            assertTrue(jobs().containsKey(roles.get(0)), name);
        }
    }

    @Test
    void theRealmItselfKnowsNobodyButThePeopleClient() {
        assertEquals(
                List.of("himaye-people"),
                maps(REALM.get("users")).stream()
                        .map(user -> user.get("serviceAccountClientId"))
                        .toList());
        assertFalse(maps(map(REALM.get("roles")).get("realm")).stream()
                .anyMatch(role -> "default-roles-himaye".equals(role.get("name")) && role.containsKey("composites")));
    }

    @Test
    void theClientProvesItselfByKeyAndPushesItsRequests() {
        Map<String, Object> client = client();
        Map<String, Object> attributes = map(client.get("attributes"));

        assertEquals("client-jwt", client.get("clientAuthenticatorType"));
        assertEquals("ES256", attributes.get("token.endpoint.auth.signing.alg"));
        assertEquals("S256", attributes.get("pkce.code.challenge.method"));
        assertEquals("true", attributes.get("require.pushed.authorization.requests"));
        assertEquals("PS256", attributes.get("id.token.signed.response.alg"));
        assertEquals("PS256", attributes.get("access.token.signed.response.alg"));
        assertEquals("true", attributes.get("access.token.header.type.rfc9068"));
    }

    @Test
    void theClientMayNothingThatItDoesNotNeed() {
        Map<String, Object> client = client();

        assertEquals(false, client.get("publicClient"));
        assertEquals(false, client.get("implicitFlowEnabled"));
        assertEquals(false, client.get("directAccessGrantsEnabled"));
        assertEquals(false, client.get("serviceAccountsEnabled"));
        assertEquals(false, client.get("fullScopeAllowed"));
        assertEquals(List.of("${himaye.address}/signin/callback"), client.get("redirectUris"));
        assertEquals("${himaye.address}/", map(client.get("attributes")).get("post.logout.redirect.uris"));
        assertEquals(List.of(), client.get("webOrigins"));
    }

    @Test
    void theClientSeesAllJobsInTheTokenAndNothingElse() {
        Map<String, Object> scope = maps(REALM.get("scopeMappings")).get(0);

        assertEquals("himaye-web", scope.get("client"));
        assertEquals(jobs().keySet(), new TreeSet<>(strings(scope.get("roles"))));
    }

    @Test
    void theRealmDefendsItself() {
        assertEquals(true, REALM.get("bruteForceProtected"));
        assertTrue(((String) REALM.get("passwordPolicy")).contains("length(15)"));
        assertEquals(true, REALM.get("eventsEnabled"));
        assertEquals(true, REALM.get("adminEventsEnabled"));
        assertEquals(false, REALM.get("registrationAllowed"));
        assertEquals("PS256", REALM.get("defaultSignatureAlgorithm"));
        Set<Object> executors =
                maps(maps(map(REALM.get("clientProfiles")).get("profiles"))
                                .get(0)
                                .get("executors"))
                        .stream()
                        .map(executor -> executor.get("executor"))
                        .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "confidential-client",
                        "secure-client-authenticator",
                        "pkce-enforcer",
                        "secure-par-content",
                        "secure-session",
                        "secure-client-uris-pattern",
                        "full-scope-disabled",
                        "reject-ropc-grant",
                        "reject-implicit-grant"),
                executors);
    }

    /** ASVS 6.5.1, 6.5.5: a code works once, and for 30 seconds with one window for clocks that differ. */
    @Test
    void aCodeIsShortLivedAndWorksOnce() {
        assertEquals(false, REALM.get("otpPolicyCodeReusable"));
        assertEquals(30, REALM.get("otpPolicyPeriod"));
        assertEquals(1, REALM.get("otpPolicyLookAheadWindow"));
    }

    /** Who looks for her code for a minute is not sent away (docs/adr/0012). */
    @Test
    void aPushedRequestLastsAsLongAsASignIn() {
        assertEquals(
                REALM.get("accessCodeLifespanLogin").toString(),
                ((Map<?, ?>) REALM.get("attributes")).get("parRequestUriLifespan"));
    }

    /** A password thief must not be offered to enrol a factor of his own: one asked for in a choice of two is never enrolled. */
    @Test
    void nobodyIsOfferedToEnrolASecondFactorAtSignIn() {
        maps(REALM.get("requiredActions")).forEach(action -> assertEquals(false, action.get("defaultAction")));
        maps(REALM.get("authenticationFlows")).stream()
                .flatMap(flow -> maps(flow.get("authenticationExecutions")).stream())
                .filter(step -> Set.of("auth-otp-form", "webauthn-authenticator")
                        .contains(String.valueOf(step.get("authenticator"))))
                .forEach(step -> assertEquals("ALTERNATIVE", step.get("requirement")));
    }

    @Test
    void theSignInPagesSpeakThreeLanguagesAndNameNothing() {
        assertEquals(List.of("az", "en", "ru"), REALM.get("supportedLocales"));
        assertEquals("az", REALM.get("defaultLocale"));
        Properties az = messages("az");
        Properties en = messages("en");
        Properties ru = messages("ru");
        assertEquals(en.keySet(), ru.keySet());
        assertTrue(az.keySet().containsAll(en.keySet()));
        assertEquals("İşlər", az.getProperty("loginTitle"));
        assertEquals("Case work", en.getProperty("loginTitle"));
        assertEquals("Дела", ru.getProperty("loginTitle"));
    }

    private static Set<String> without(String name, Set<String> all) {
        Set<String> rest = new TreeSet<>(all);
        rest.remove(name);
        return rest;
    }

    private static Map<String, Set<String>> jobs() {
        return maps(map(REALM.get("roles")).get("realm")).stream()
                .filter(role -> role.containsKey("composites"))
                .collect(Collectors.toMap(
                        role -> (String) role.get("name"),
                        role -> new TreeSet<>(
                                strings(map(role.get("composites")).get("realm"))),
                        (one, other) -> one,
                        java.util.TreeMap::new));
    }

    private static Set<String> plainRoles() {
        return maps(map(REALM.get("roles")).get("realm")).stream()
                .filter(role -> !role.containsKey("composites"))
                .map(role -> (String) role.get("name"))
                .filter(name -> !name.equals("default-roles-himaye") && !name.equals(SECOND_FACTOR))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Object> client() {
        List<Map<String, Object>> open = maps(REALM.get("clients")).stream()
                .filter(client -> Boolean.TRUE.equals(client.get("standardFlowEnabled")))
                .toList();
        assertEquals(1, open.size());
        return open.get(0);
    }

    private static Properties messages(String language) {
        String path = "/realm/themes/himaye/login/messages/messages_" + language + ".properties";
        try (InputStream in = RealmTest.class.getResourceAsStream(path)) {
            assertNotNull(in, path);
            Properties messages = new Properties();
            messages.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> json(String path) {
        try (InputStream in = RealmTest.class.getResourceAsStream(path)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return map(new Load(LoadSettings.builder().build()).loadFromString(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object value) {
        return (List<Map<String, Object>>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Object value) {
        return (List<String>) value;
    }
}

package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.microsoft.playwright.APIResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The key-encryption key is missing or another one: the system goes on with what stands in clear, and says so. */
class KeysAwayTest {

    private static final String FAMILY = "Açarovalı";
    private static final String NOT_NOW = "İndi açıla bilmir";

    private Path kek;
    private byte[] right;
    private long logged;

    @BeforeAll
    static void onlyServersOfOurOwn() {
        assumeTrue(Himaye.stack().isOwn());
    }

    @BeforeEach
    void rememberTheKey() throws IOException {
        kek = Himaye.stack().places().keys().resolve("kek.json");
        right = Files.readAllBytes(kek);
        logged = Files.size(log());
    }

    @AfterEach
    void putTheKeyBack() throws IOException {
        put(right);
    }

    private void put(byte[] key) throws IOException {
        Files.deleteIfExists(kek);
        Files.write(kek, key);
        Files.setPosixFilePermissions(kek, PosixFilePermissions.fromString("r--------"));
    }

    private static Path log() {
        return Himaye.stack().places().log().resolve("payara.log");
    }

    private String loggedSince() throws IOException {
        byte[] all = Files.readAllBytes(log());
        return new String(all, (int) logged, all.length - (int) logged, StandardCharsets.UTF_8);
    }

    private static byte[] anotherKey() throws Exception {
        AeadConfig.register();
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                        RegistryConfiguration.get(),
                        InsecureSecretKeyAccess.get())
                .getBytes(StandardCharsets.UTF_8);
    }

    static void named(Visit visit, String form) {
        visit.open(form);
        Form answers = Form.of(visit, "save").answer("familyName", FAMILY);
        for (String none : List.of("anonymous", "dateOfBirth", "ageStated", "countries")) {
            answers.answer(none, null);
        }
        answers.answer("ageBasis", "STATED")
                .answer("nationalityStatus", "CITIZEN_AZ")
                .send();
    }

    static void notReady(Visit visit) {
        APIResponse health = visit.get("/health/ready");
        assertEquals(503, health.status());
        assertTrue(health.text().contains("\"keys\":\"false\""), health.text());
        assertTrue(health.text().contains("\"database\":\"true\""), health.text());
    }

    static void showsWhatStandsInClear(Visit visit, String number) {
        visit.open("/casefile/person.xhtml?number=" + number);
        assertEquals(200, visit.status());
        assertTrue(visit.shows(number) && visit.shows(NOT_NOW) && !visit.shows(FAMILY), visit.text());
        assertEquals(200, visit.open("/casefile/list.xhtml").status());
        assertTrue(visit.turnsTo(number), visit.text());
    }

    @Test
    @Tag("ASVS-16.5.2")
    void underAnotherKeyNothingOpensNothingIsWrittenAndWhatWasTypedStays() throws Exception {
        Visit visit = Visit.of(DemoPerson.caseworker2);
        String number = Scenes.startCase(visit);
        String form = "/intake/person.xhtml?number=" + number;
        named(visit, form);
        visit.open(form).fill("aliases", "Yazılan");
        String fresh = Scenes.walkIn(DemoPerson.caseworker2);
        long keys = Database.number("select count(*) from himaye.sealing_key");

        put(anotherKey());

        visit.press("Yadda saxla");
        assertTrue(visit.shows("Mətniniz burada qalır"), visit.text());
        assertEquals("Yazılan", visit.field("aliases").inputValue());
        notReady(visit);
        Visit other = Visit.of(DemoPerson.caseworker2);
        showsWhatStandsInClear(other, number);
        // Nothing is sealed there yet: without the proof a key would be made, and be lost with the wrong one.
        named(other, "/intake/person.xhtml?number=" + fresh);
        assertTrue(other.shows("Mətniniz burada qalır"), other.text());
        other.leave();
        assertEquals(503, visit.get(form).status());
        assertEquals(keys, Database.number("select count(*) from himaye.sealing_key"), "a key was made under another");
        assertEquals(
                0,
                Database.number(
                        "select count(*) from himaye.access_event where reason = 'SEAL_BROKEN' and entity_id ="
                                + " (select person_id from himaye.case_file where case_number = ?)",
                        number),
                "no value was changed");

        put(right);

        visit.press("Yadda saxla");
        visit.open("/casefile/person.xhtml?number=" + number);
        assertTrue(visit.shows(FAMILY) && visit.shows("Yazılan") && !visit.shows(NOT_NOW), visit.text());
        assertEquals(200, visit.get("/health/ready").status());
        String said = loggedSince();
        assertEquals(2, said.split("The key-encryption key can", -1).length - 1, said);
        assertFalse(said.contains("KeysUnavailable"), said);

        aValueThatWasMovedIsToldAndTheRestShown(visit, number);
        visit.leave();
    }

    /** By somebody who has the database's administrator, and no key. */
    private void aValueThatWasMovedIsToldAndTheRestShown(Visit visit, String number) throws IOException {
        String person = Database.texts("select person_id::text from himaye.case_file where case_number = ?", number)
                .getFirst();
        Database.change("update himaye.person set aliases = family_name where id = '" + person + "'");

        visit.open("/casefile/person.xhtml?number=" + number);

        assertTrue(visit.shows(FAMILY) && visit.shows(NOT_NOW), visit.text());
        String line =
                "A sealed value does not open where it stands: person " + person + ", aliases, owner PERSON " + person;
        assertTrue(loggedSince().contains(line), loggedSince());
        assertEquals(
                List.of("FAILED person.aliases"),
                Database.texts(
                        "select concat_ws(' ', outcome, array_to_string(fields, ' ')) from himaye.access_event"
                                + " where reason = 'SEAL_BROKEN' and entity_id = ?::uuid",
                        person));
    }
}

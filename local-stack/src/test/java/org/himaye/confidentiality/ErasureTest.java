package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.Aead;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.himaye.stack.MigratedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an erasure leaves, on a real database with a row in every table that the catalogue closes (ADR 25). A new table that holds or points
 * to something of a case is filled by itself, and its row is missed here when the erasure forgets it.
 */
class ErasureTest {

    /** The tombstone, payments under their own number, and the registers of what left the house and of what was asked about it. */
    private static final Set<String> LEFT = Set.of(
            "audit_finding.case_id",
            "audit_finding_step.case_id",
            "case_file.id",
            "disclosure.case_id",
            "disclosure_copy.case_id",
            "reimbursement_decision.case_id",
            "reimbursement_instalment.case_id",
            "reimbursement_request.case_id");

    /** What stays without naming the case: that the machine found an access of a colleague unusual. */
    private static final Set<String> NAMELESS = Set.of("unusual_access");

    @TempDir
    private static Path folder;

    private static MigratedDatabase migrated;

    private final UUID caseId = UUID.randomUUID();
    private final UUID personId = UUID.randomUUID();
    private final UUID neighbour = UUID.randomUUID();
    private final UUID neighbourPerson = UUID.randomUUID();
    private Connection database;
    private Connection second;
    private Aead kek;
    private static final String LOG = "select md5(string_agg(r, '' order by r)) from ("
            + "select e::text as r from himaye.access_event e union all select c::text from himaye.access_event_case c) log";

    private SealedDatabase stored;
    private Map<String, UUID> ids;
    private Map<KeyOwner, Integer> before;

    @BeforeAll
    static void start() throws Exception {
        migrated = new MigratedDatabase(folder.resolve("var"));
    }

    @AfterAll
    static void stop() {
        migrated.close();
    }

    @BeforeEach
    void twoCases() throws Exception {
        database = migrated.superuser();
        second = migrated.superuser();
        kek = KeyEncryptionKey.in(migrated.keys());
        stored = new SealedDatabase(database, kek).begin();
        stored.execute("truncate himaye.erased_count");
        ids = stored.fillEverything(caseId, personId);
        stored.fillEverything(neighbour, neighbourPerson);
        before = stored.opened(kek);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
        second.close();
    }

    @Test
    void nothingIsLeftThatNamesTheCaseOrThePersonAndNothingOpensWhileTheNeighbourIsWhole() throws Exception {
        String number = text("select case_number from himaye.case_file where id = '" + caseId + "'");
        stored.execute("update himaye.draft set case_id = null, record = 'number=" + number + "' where case_id = '"
                + caseId + "'");
        assertFalse(places(caseId, personId).equals(LEFT), "nothing was there to be erased");

        stored.execute("insert into himaye.access_event (id, act, action, fields, classes, outcome, row_count)"
                + " values ('" + caseId + "', 'case.read', 'VIEW', '{}', '{}', 'ALLOWED', 1)");
        stored.execute("insert into himaye.access_event_case (event_id, case_id, person_id) values ('" + caseId + "', '"
                + caseId + "', '" + personId + "')");
        String log = text(LOG);
        assertTrue(log != null, "nobody ever saw it");

        erase("array['" + caseId + "'::uuid]", "CLOSED_ADULT");

        assertEquals(log, text(LOG), "not a byte of the log changes, so that it is verified as before");
        Set<String> stays = places(caseId, personId);
        assertTrue(stays.contains("access_event_case.case_id"), "who saw it is known for good");
        stays.removeIf(place -> place.startsWith("access_event"));
        assertEquals(LEFT, stays);
        assertEquals(Set.of("case_file.case_number"), placesOf(number));
        ids.forEach((table, id) -> assertTrue(
                LEFT.stream().anyMatch(left -> left.startsWith(table + "."))
                        || NAMELESS.contains(table)
                        || !there(table, id),
                () -> table + " keeps its row"));
        before.keySet()
                .removeAll(Set.of(
                        KeyOwner.caseFile(caseId),
                        KeyOwner.person(personId),
                        KeyOwner.finding(ids.get("audit_finding")),
                        KeyOwner.finding(ids.get("unusual_access"))));
        Map<KeyOwner, Integer> after = stored.opened(kek);
        before.keySet().removeIf(owner -> owner.kind() == KeyOwner.Kind.ACCOUNT);
        after.keySet().removeIf(owner -> owner.kind() == KeyOwner.Kind.ACCOUNT);
        before.merge(KeyOwner.search(), -1, Integer::sum);
        assertEquals(before, after);
        assertEquals(
                "0",
                text("select count(*) from himaye.sealing_key where owner_id in ('" + caseId + "', '" + personId
                        + "', '" + ids.get("referral") + "')"));
        assertEquals(
                "CLOSED_ADULT CLOSED",
                text("select erased_rule || ' ' || status from himaye.case_file where erased_at is not null"
                        + " and person_id is null and referral_id is null and id = '" + caseId + "'"));
        assertEquals(
                "0",
                text(
                        "select count(*) from himaye.reimbursement_request q join himaye.reimbursement_instalment i using (case_id)"
                                + " where q.case_id = '" + caseId
                                + "' and (q.iban is not null or q.payee_name is not null"
                                + " or q.person_id is not null or i.bank_reference is not null)"));
        assertEquals("1", text("select sum(cases) from himaye.erased_count"));
        assertEquals(
                "1",
                text("select count(*) from himaye.disclosure where case_id = '" + caseId
                        + "' and receiver_person is null" + " and wanted is null and risk_note is null"),
                "the line of the register without a word");
        assertEquals(
                "1",
                text(
                        "select count(*) from himaye.audit_finding f join himaye.audit_finding_step s on s.finding_id = f.id"
                                + " where f.case_id = '" + caseId + "' and f.question is null and s.words is null"),
                "what was asked about it without a word");
        assertEquals(
                "1",
                text("select count(*) from himaye.unusual_access where id = '" + ids.get("unusual_access")
                        + "' and case_id is null and case_number is null and words is null"),
                "what was noticed without the case and a word");
    }

    @Test
    void thePersonOfTwoCasesIsForgottenWithTheLastOfThem() throws Exception {
        stored.execute("update himaye.case_file set person_id = '" + personId + "' where id = '" + neighbour + "'");
        String ofPerson = "select count(*) from himaye.sealing_key where owner_id = '" + personId + "'";

        erase("array['" + caseId + "'::uuid]", "CLOSED_ADULT");

        assertEquals("1", text(ofPerson));
        String whoGotIt = "select person_id::text from himaye.reimbursement_request where case_id = '" + caseId + "'";
        assertEquals(
                personId.toString(),
                text(whoGotIt),
                "what is given once is not given again in the other case (BR-063)");
        assertTrue(stored.opened(kek).containsKey(KeyOwner.person(personId)));
        assertTrue(there("contact_point", ids.get("contact_point")));

        erase("array['" + neighbour + "'::uuid]", "CLOSED_ADULT");

        assertEquals("0", text(ofPerson));
        assertFalse(there("person", personId));
        assertNull(text(whoGotIt));
        assertEquals("2", text("select sum(cases) from himaye.erased_count"));
    }

    @Test
    void aReferralThatNobodyAcceptedGoesAlone() throws Exception {
        UUID referral = ids.get("referral");
        stored.execute("update himaye.case_file set referral_id = null where id = '" + caseId + "'");
        stored.execute("update himaye.referral set case_id = null where id = '" + referral + "'");

        run("select himaye.erase_rows('{}', array['" + referral + "'::uuid], 'REFERRAL_NOT_ACCEPTED')");

        assertEquals(Set.of(), places(referral));
        assertTrue(there("case_file", caseId));
        assertTrue(there("person", personId));
    }

    @Test
    void afterARestoreOfAnOlderBackupWhoHasNoKeyIsErasedAgain() throws Exception {
        stored.execute("delete from himaye.sealing_key where owner_id in ('" + caseId + "', '" + personId + "')");

        run("select himaye.erase_again(array['" + personId + "'::uuid])");

        assertEquals(LEFT, places(caseId, personId));
        assertEquals("ERASED_BEFORE", text("select erased_rule from himaye.case_file where id = '" + caseId + "'"));
        assertTrue(there("person", neighbourPerson));
    }

    /** So that this test does not turn green by seeing nothing. */
    @Test
    void aTableThatTheErasureForgetsIsSeen() throws Exception {
        stored.execute(
                "create table himaye.forgotten (id uuid primary key, case_id uuid references himaye.case_file (id))");
        try {
            stored.execute("alter table himaye.forgotten owner to himaye_owner");
            stored.execute("alter table himaye.forgotten enable row level security, force row level security");
            stored.execute("insert into himaye.forgotten values (gen_random_uuid(), '" + caseId + "')");

            erase("array['" + caseId + "'::uuid]", "CLOSED_ADULT");

            assertTrue(places(caseId, personId).contains("forgotten.case_id"));
        } finally {
            stored.execute("drop table himaye.forgotten");
        }
    }

    @Test
    void nobodyOfTheApplicationErasesWithoutTwoPeople() throws Exception {
        run("set role himaye_app");
        for (String call : Set.of(
                "select himaye.erase_rows(array['" + caseId + "'::uuid], '{}', 'ASKED')",
                "select himaye.erase_again(array['" + caseId + "'::uuid])",
                "select himaye.erase_below('himaye.case_file', array['" + caseId + "'::uuid])",
                "select himaye.erase('" + caseId + "')",
                "update himaye.erasure set executed_at = now()")) {
            assertEquals(
                    "42501",
                    assertThrows(SQLException.class, () -> run(call), call).getSQLState(),
                    call);
        }
        second.setAutoCommit(false);
        run("select set_config('himaye.erasing', pg_current_xact_id()::text, true)");
        assertEquals("0", one(second, "select count(*) from himaye.person"), "the words alone open nothing");
        second.rollback();
    }

    private void erase(String cases, String rule) throws SQLException {
        run("select himaye.erase_rows(" + cases + ", '{}', '" + rule + "')");
    }

    private void run(String sql) throws SQLException {
        try (var statement = second.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean there(String table, UUID id) {
        try {
            return !text("select count(*) from himaye." + table + " where id = '" + id + "'")
                    .equals("0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Columns of ids, of whatever table, that name one of these. */
    private Set<String> places(UUID... named) throws SQLException {
        Set<String> places = new TreeSet<>();
        for (Map.Entry<String, String> column : columns("uuid").entrySet()) {
            for (UUID id : named) {
                if (!text(column.getValue().formatted("'" + id + "'")).equals("0")) {
                    places.add(column.getKey());
                }
            }
        }
        return places;
    }

    private Set<String> placesOf(String number) throws SQLException {
        Set<String> places = new TreeSet<>();
        for (Map.Entry<String, String> column : columns("text").entrySet()) {
            if (!text(column.getValue()
                            .replace("= %s", "like '%%" + number + "%%'")
                            .formatted())
                    .equals("0")) {
                places.add(column.getKey());
            }
        }
        return places;
    }

    private Map<String, String> columns(String type) throws SQLException {
        Map<String, String> columns = new HashMap<>();
        try (PreparedStatement select =
                database.prepareStatement("select c.table_name, c.column_name from information_schema.columns c"
                        + " join information_schema.tables t using (table_schema, table_name)"
                        + " where c.table_schema = 'himaye' and t.table_type = 'BASE TABLE' and c.data_type = ?")) {
            select.setString(1, type);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    columns.put(
                            found.getString(1) + "." + found.getString(2),
                            "select count(*) from himaye." + found.getString(1) + " where " + found.getString(2)
                                    + " = %s");
                }
            }
        }
        return columns;
    }

    private String text(String sql) throws SQLException {
        return one(database, sql);
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}

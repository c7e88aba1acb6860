package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As the application's database role, with whatever it may say about itself: how many rows of the demo are there. */
class RowContextTest {

    private static final List<String> WRITTEN =
            List.of("needs_assessment", "plan_goal", "consent", "intake", "contact_point", "referral");

    private static final byte[] ANOTHER_KEY = new byte[32];

    private final List<String> tables = Database.texts("select c.oid::regclass::text from pg_class c"
            + " where c.relnamespace = 'himaye'::regnamespace and c.relrowsecurity and has_table_privilege('himaye_app', c.oid, 'select')"
            + " order by 1");

    private final UUID shelter = institution(DemoPerson.caseworker1);
    private final UUID centre = institution(DemoPerson.caseworker3);
    private Connection connection;
    private Statement statement;

    private static UUID institution(DemoPerson person) {
        return UUID.fromString(Database.texts("select institution from himaye.staff where sub = ?", person.sub())
                .get(0));
    }

    @BeforeEach
    void asTheApplication() throws SQLException {
        connection = Himaye.stack().superuser("himaye");
        connection.setAutoCommit(false);
        statement = connection.createStatement();
        statement.execute("set role himaye_app");
    }

    @AfterEach
    void forget() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private void say(String context) throws SQLException {
        try (var say = connection.prepareStatement("select set_config('himaye.context', ?, true)")) {
            say.setString(1, context);
            say.execute();
        }
    }

    private long count(String sql) throws SQLException {
        try (var row = statement.executeQuery("select count(*) from " + sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> tablesWithRows() throws SQLException {
        List<String> found = new ArrayList<>();
        for (String table : tables) {
            if (count(table) > 0) {
                found.add(table);
            }
        }
        return found;
    }

    private void nothing(String context) throws SQLException {
        if (context != null) {
            say(context);
        }
        assertEquals(List.of(), tablesWithRows(), context);
    }

    @Test
    void withoutAContextThereIsNoRowAnywhere() throws SQLException {
        assertTrue(tables.size() >= 28, tables.toString());
        nothing(null);
        nothing("");
    }

    @Test
    void aForgedContextIsNone() throws SQLException {
        String good = SignedContext.of(DemoPerson.caseworker1, shelter, "CASEWORKER");
        String last = good.endsWith("0") ? "1" : "0";

        nothing(good.replace(shelter.toString(), centre.toString()));
        nothing(good.replace("CASEWORKER", "SUPERVISOR"));
        nothing(good.substring(0, good.length() - 1) + last);
        nothing(good.substring(0, good.lastIndexOf('|')));
        nothing(SignedContext.signed(good.substring(0, good.lastIndexOf('|')), ANOTHER_KEY));
        nothing("|");
        nothing("x".repeat(200));
        nothing("|||||||");
        nothing("|||||" + Instant.now().plusSeconds(60).getEpochSecond());
        say(good);
        assertTrue(count("himaye.case_file") > 0);
    }

    /** Of everybody else the key stays: this transaction is rolled back. */
    @Test
    void whileThereIsNoKeyEveryContextIsNone() throws SQLException {
        String good = SignedContext.of(DemoPerson.caseworker1, shelter, "CASEWORKER");
        String unsigned = good.substring(0, good.lastIndexOf('|'));
        statement.execute("reset role");
        statement.execute("delete from himaye.context_key");
        statement.execute("set role himaye_app");

        nothing(good);
        nothing(unsigned);
        nothing(unsigned + "|");
        nothing(unsigned.substring(0, unsigned.lastIndexOf('|')));
        nothing("|||||" + Instant.now().plusSeconds(60).getEpochSecond());
    }

    @Test
    void aContextThatHasEndedIsNone() throws SQLException {
        nothing(SignedContext.of(
                DemoPerson.caseworker1.sub(),
                shelter,
                "CASEWORKER",
                Instant.now().minusSeconds(1)));
    }

    @Test
    void nobodySignsForTomorrow() throws SQLException {
        nothing(SignedContext.of(
                DemoPerson.caseworker1.sub(),
                shelter,
                "CASEWORKER",
                Instant.now().plusSeconds(3600)));
    }

    @Test
    void itEndsWithItsTransaction() throws SQLException {
        say(SignedContext.of(DemoPerson.caseworker1, shelter, "CASEWORKER"));
        assertTrue(count("himaye.case_file") > 0);

        connection.commit();

        nothing(null);
    }

    @Test
    void everyHouseMeetsItsOwnCases() throws SQLException {
        say(SignedContext.of(DemoPerson.caseworker1, shelter, "CASEWORKER"));

        assertEquals(0, count("himaye.case_file where institution_id <> '" + shelter + "'"));
        assertEquals(
                Database.number(
                        "select count(*) from himaye.case_file where institution_id = ? and erased_at is null",
                        shelter),
                count("himaye.case_file"));
        assertEquals(
                Database.number(
                        "select count(distinct person_id) from himaye.case_file where institution_id = ?", shelter),
                count("himaye.person"));
        assertEquals(
                0,
                count(
                        "himaye.sealing_key where owner_kind = 'REFERRAL' and owner_id not in (select id from himaye.referral)"));
        assertFalse(tablesWithRows().isEmpty());
    }

    @Test
    void policeMeetTheirOwnReferralsAndNoCase() throws SQLException {
        say(SignedContext.of(DemoPerson.police1, institution(DemoPerson.police1), "POLICE_REFERRER"));

        assertTrue(count("himaye.referral") > 0);
        assertEquals(0, count("himaye.referral where sender_sub <> '" + DemoPerson.police1.sub() + "'"));
        assertEquals(
                List.of("himaye.draft", "himaye.referral", "himaye.referral_step", "himaye.sealing_key"),
                withDraft(tablesWithRows().stream()
                        .filter(table -> !table.equals("himaye.blind_value"))
                        .toList()));
        assertEquals(0, count("himaye.blind_value where person_id is not null"), "hashes of what they told themselves");
    }

    private static List<String> withDraft(List<String> found) {
        return found.contains("himaye.draft")
                ? found
                : Stream.concat(Stream.of("himaye.draft"), found.stream()).toList();
    }

    @Test
    void financeMeetsRequestsAndNothingThatWasWrittenIntoTheCase() throws SQLException {
        say(SignedContext.of(
                DemoPerson.finance_approver, institution(DemoPerson.finance_approver), "FINANCE_APPROVER"));

        assertTrue(count("himaye.reimbursement_request") > 0);
        assertEquals(0, count("himaye.reimbursement_request where state = 'DRAFT'"));
        for (String written : WRITTEN) {
            assertEquals(0, count("himaye." + written), written);
        }
    }

    @Test
    void theUnitMeetsWhatWasSentToIt() throws SQLException {
        UUID unit = institution(DemoPerson.identification1);
        say(SignedContext.of(DemoPerson.identification1, unit, "IDENTIFICATION_OFFICER"));

        assertEquals(
                Database.number(
                        "select count(distinct case_id) from himaye.identification_set where receiver_id = ?", unit),
                count("himaye.case_file"));
        assertEquals(0, count("himaye.trafficking_episode"));
    }

    @Test
    void administratorAndCoordinatorMeetNoCaseAndNoPerson() throws SQLException {
        for (DemoPerson person : List.of(DemoPerson.admin1, DemoPerson.coordinator1)) {
            List<String> found = new ArrayList<>(tablesOf(person));
            found.removeAll(List.of("himaye.draft", "himaye.sealing_key"));
            // The administrator ends what a colleague does on cases.
            found.removeIf(table -> person == DemoPerson.admin1 && table.equals("himaye.case_assignment"));
            assertEquals(List.of(), found, person.name());
            assertEquals(0, count("himaye.sealing_key where owner_kind <> 'ACCOUNT'"));
        }
    }

    /** Who could begin a function on a case would meet the case with it. */
    @Test
    void whoAdministersPeopleEndsFunctionsAndBeginsNone() throws SQLException {
        for (DemoPerson person : List.of(DemoPerson.admin1, DemoPerson.privacy1)) {
            tablesOf(person);
            String open = "himaye.case_assignment where assigned_until is null";
            var before = connection.setSavepoint();
            assertTrue(statement.executeUpdate("update " + open.replace(" where", " set assigned_until = now() where"))
                    > 0);
            assertEquals(0, count(open));
            connection.rollback(before);
            for (String begin : List.of(
                    "update " + open.replace(" where", " set staff_sub = '" + person.sub() + "' where"),
                    "insert into himaye.case_assignment (id, version, created_at, created_by, updated_at, updated_by, case_id, staff_sub,"
                            + " function, assigned_from) select gen_random_uuid(), 0, now(), staff_sub, now(), staff_sub, case_id, '"
                            + person.sub() + "', 'SECOND', assigned_from from himaye.case_assignment limit 1")) {
                var denied = assertThrows(SQLException.class, () -> statement.executeUpdate(begin));
                assertTrue(denied.getMessage().contains("row-level security"), denied.getMessage());
                connection.rollback(before);
            }
        }
    }

    @Test
    void whoWatchesEmergencyAccessMeetsNoOtherCaseAndNothingThatWasWrittenIntoOne() throws SQLException {
        List<String> found = tablesOf(DemoPerson.auditor1);

        assertEquals(0, count("himaye.case_file where id not in (select case_id from himaye.break_glass_grant)"));
        for (String written : WRITTEN) {
            assertFalse(found.contains("himaye." + written), written);
        }
    }

    private List<String> tablesOf(DemoPerson person) throws SQLException {
        say(SignedContext.of(
                person,
                institution(person),
                Database.texts("select role from himaye.staff where sub = ?", person.sub())
                        .get(0)));
        return tablesWithRows();
    }

    @Test
    void statisticsCountsCasesAndPersonsAndChangesNothing() throws SQLException {
        say(SignedContext.ofJob("STATISTICS"));

        assertEquals(
                Database.number("select count(*) from himaye.case_file where erased_at is null"),
                count("himaye.case_file"));
        assertEquals(0, count("himaye.referral"));
        say(SignedContext.ofJob("ANOTHER"));
        assertEquals(0, count("himaye.case_file"));
    }

    @Test
    void aRowIsNotMovedOutOfTheHouse() throws SQLException {
        say(SignedContext.of(DemoPerson.caseworker1, shelter, "CASEWORKER"));

        SQLException refused = assertThrows(
                SQLException.class,
                () -> statement.executeUpdate(
                        "update himaye.case_file set institution_id = '" + institution(DemoPerson.police1)
                                + "' where id not in (select case_id from himaye.case_assignment where staff_sub = '"
                                + DemoPerson.caseworker1.sub() + "')"));

        assertEquals("42501", refused.getSQLState());
    }
}

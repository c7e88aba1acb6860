package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Below the policy, as the application's database role: a sealed case (BR-075), one that an order closed (domain.md 4.6) and one from
 * which somebody is barred have no row of any table for whom they are closed. Nothing of it is committed.
 */
class RestrictionRowsTest {

    /** Whatever left the house, also of a case that is shut: its line in the register, by number (docs/adr/0031). */
    private static final Set<DemoPerson> READS_THE_REGISTER = EnumSet.of(DemoPerson.auditor1, DemoPerson.privacy1);

    /** Who administers people ends what a colleague does on cases: ids of functions, no case. */
    private static final Set<DemoPerson> ENDS_FUNCTIONS = EnumSet.of(DemoPerson.admin1, DemoPerson.privacy1);

    /** Who watches over the houses meets, by number and codes, what was done in an emergency, asked about or unusual, also on a case that is shut. */
    private static final Set<DemoPerson> OVERSEES = READS_THE_REGISTER;

    private static final Set<String> OVERSEEN =
            Set.of("audit_finding", "audit_finding_step", "break_glass_grant", "unusual_access");

    /** Met by the house, by finance and by the special unit. */
    private final UUID caseId =
            UUID.fromString(Database.texts("""
                    select c.id from himaye.case_file c
                      join himaye.case_assignment a on a.case_id = c.id and a.function = 'PRIMARY' and a.assigned_until is null
                     where a.staff_sub = ? and c.referral_id is not null
                       and exists (select 1 from himaye.reimbursement_request r where r.case_id = c.id and r.state <> 'DRAFT')
                       and exists (select 1 from himaye.identification_set s where s.case_id = c.id)
                     order by c.case_number limit 1""", DemoPerson.caseworker1.sub()).get(0));

    private final List<String> tables = Database.texts(
            "select c.table_name from information_schema.columns c join pg_class t on t.oid = ('himaye.' || c.table_name)::regclass"
                    + " where c.table_schema = 'himaye' and c.column_name = 'case_id' and t.relrowsecurity"
                    + " and has_table_privilege('himaye_app', t.oid, 'select') order by 1");

    private Connection connection;
    private Statement statement;

    @BeforeEach
    void begin() throws SQLException {
        connection = Himaye.stack().superuser("himaye");
        connection.setAutoCommit(false);
        statement = connection.createStatement();
    }

    @AfterEach
    void forget() throws SQLException {
        connection.rollback();
        connection.close();
    }

    /** @param rest columns and values beyond those that every kind has */
    private void restrict(String kind, String reason, String columns, String values, DemoPerson... persons)
            throws SQLException {
        statement.execute("reset role");
        statement.execute(
                "insert into himaye.case_restriction (id, version, created_at, created_by, updated_at, updated_by,"
                        + " case_id, case_number, institution_id, kind, reason, persons" + columns
                        + ") select gen_random_uuid(), 0, now(), '"
                        + DemoPerson.supervisor1.sub() + "', now(), '" + DemoPerson.supervisor1.sub()
                        + "', id, case_number, institution_id, '" + kind + "', '" + reason + "', '{"
                        + Stream.of(persons).map(each -> each.sub().toString()).collect(Collectors.joining(",")) + "}'"
                        + values
                        + " from himaye.case_file where id = '" + caseId + "'");
    }

    private void seal(DemoPerson... named) throws SQLException {
        restrict("SEALED", "STAFF_KNOWS", ", in_force_at", ", now()", named);
    }

    private void bar(DemoPerson... barred) throws SQLException {
        restrict("BARRED", "RELATIVE", ", in_force_at", ", now()", barred);
    }

    private void suspend(String columns, String values) throws SQLException {
        restrict(
                "SUSPENDED",
                "COURT",
                ", order_number, order_date, ends_on" + columns,
                ", '17/4-2026', current_date - 30, current_date - 1" + values,
                DemoPerson.caseworker1);
    }

    private void as(DemoPerson person) throws SQLException {
        String role = Database.texts("select role from himaye.staff where sub = ?", person.sub())
                .get(0);
        UUID institution =
                UUID.fromString(Database.texts("select institution from himaye.staff where sub = ?", person.sub())
                        .get(0));
        say(SignedContext.of(person, institution, role));
    }

    private void say(String context) throws SQLException {
        statement.execute("set role himaye_app");
        statement.execute("select set_config('himaye.context', '" + context + "', true)");
    }

    private long count(String sql) throws SQLException {
        try (var row = statement.executeQuery("select count(*) from himaye." + sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Tables with a row of the case, for this person. What she typed herself and did not send stays hers, so that nothing is lost while a
     * case is shut; it is sealed under the key of the case, which counts here.
     */
    private List<String> met(DemoPerson person) throws SQLException {
        as(person);
        List<String> found = new ArrayList<>();
        for (String table : tables) {
            if (table.equals("draft")) {
                assertEquals(0, count("draft where created_by <> '" + person.sub() + "'"), person.name());
                continue;
            }
            boolean others = table.equals("case_restriction")
                    || table.equals("case_assignment") && ENDS_FUNCTIONS.contains(person)
                    || table.equals("disclosure") && READS_THE_REGISTER.contains(person)
                    || OVERSEEN.contains(table) && OVERSEES.contains(person);
            if (!others && count(table + " where case_id = '" + caseId + "'") > 0) {
                found.add(table);
            }
        }
        String person_of = "(select person_id from himaye.case_file where id = '" + caseId + "')";
        if (count("case_file where id = '" + caseId + "'") > 0) {
            found.add("case_file");
        }
        assertEquals(found.contains("case_file"), count("person where id = " + person_of) > 0, person.name());
        if (count("sealing_key where owner_kind = 'CASE' and owner_id = '" + caseId + "'") > 0) {
            found.add("sealing_key");
        }
        return found;
    }

    @Test
    void theCaseIsOneThatManyMeet() throws SQLException {
        for (DemoPerson person : List.of(
                DemoPerson.caseworker1,
                DemoPerson.caseworker2,
                DemoPerson.supervisor1,
                DemoPerson.identification1,
                DemoPerson.finance_approver)) {
            assertTrue(met(person).contains("case_file"), person.name());
        }
        assertTrue(
                met(DemoPerson.supervisor1).size() >= 10,
                met(DemoPerson.supervisor1).toString());
    }

    @Test
    void aSealedCaseIsThereForNamedPersonsOnly() throws SQLException {
        List<String> before = met(DemoPerson.caseworker1);
        seal(DemoPerson.caseworker1);

        assertEquals(before, met(DemoPerson.caseworker1));
        for (DemoPerson other : EnumSet.complementOf(EnumSet.of(DemoPerson.caseworker1))) {
            assertEquals(List.of(), met(other), other.name());
        }
    }

    @Test
    void beingNamedGivesNothingThatOneHadNot() throws SQLException {
        seal(DemoPerson.caseworker1, DemoPerson.caseworker3, DemoPerson.admin1);

        assertEquals(List.of(), met(DemoPerson.caseworker3));
        assertEquals(List.of(), met(DemoPerson.admin1));
    }

    @Test
    void twoSealsOpenToWhoIsNamedInBoth() throws SQLException {
        seal(DemoPerson.caseworker1, DemoPerson.supervisor1);
        seal(DemoPerson.supervisor1);

        assertEquals(List.of(), met(DemoPerson.caseworker1));
        assertFalse(met(DemoPerson.supervisor1).isEmpty());
    }

    @Test
    void whoIsBarredMeetsNothingAndNobodyElseLosesAnything() throws SQLException {
        List<String> before = met(DemoPerson.caseworker2);
        bar(DemoPerson.supervisor1, DemoPerson.finance_approver, DemoPerson.identification1, DemoPerson.admin1);

        assertEquals(List.of(), met(DemoPerson.supervisor1));
        assertEquals(List.of(), met(DemoPerson.finance_approver));
        assertEquals(List.of(), met(DemoPerson.identification1));
        assertEquals(List.of(), met(DemoPerson.admin1));
        assertEquals(before, met(DemoPerson.caseworker2));
    }

    @Test
    void whoIsBarredReadsNoLineOfItInTheRegister() throws SQLException {
        statement.execute("""
                insert into himaye.disclosure (id, version, created_at, created_by, updated_at, updated_by, reference, case_id, case_number,
                       institution_id, state, receiver, purpose, basis, wanted_fields)
                select gen_random_uuid(), 0, now(), '%1$s', now(), '%1$s', 'D-ROWS', id, case_number, institution_id, 'REQUESTED', 'POLICE',
                       'CRIMINAL_CASE', 'LAW', '' from himaye.case_file where id = '%2$s'""".formatted(DemoPerson.supervisor1.sub(), caseId));
        String line = "disclosure where reference = 'D-ROWS'";
        seal(DemoPerson.caseworker1);
        for (DemoPerson each : READS_THE_REGISTER) {
            as(each);
            assertEquals(1, count(line), each.name());
        }

        bar(DemoPerson.privacy1);

        as(DemoPerson.privacy1);
        assertEquals(0, count(line));
        as(DemoPerson.auditor1);
        assertEquals(1, count(line));
    }

    @Test
    void anOrderClosesWhenASecondPersonConfirmedItAndItsEndOpensNothing() throws SQLException {
        suspend("", "");
        assertFalse(met(DemoPerson.caseworker2).isEmpty());

        suspend(", in_force_at, confirmed_by", ", now(), '" + DemoPerson.privacy1.sub() + "'");

        assertEquals(List.of(), met(DemoPerson.caseworker2));
        assertEquals(List.of(), met(DemoPerson.supervisor1));
        assertFalse(met(DemoPerson.caseworker1).isEmpty());
    }

    @Test
    void nobodyConfirmsOrLiftsAnOrderAlone() {
        UUID entered = DemoPerson.supervisor1.sub();
        assertRefused(", in_force_at, confirmed_by", ", now(), '" + entered + "'");
        assertRefused(", in_force_at", ", now()");
        String confirmed = ", now(), '" + DemoPerson.privacy1.sub() + "', now(), '" + entered + "'";
        assertRefused(", in_force_at, confirmed_by, lifted_at, lifted_by", confirmed);
        assertRefused(
                ", in_force_at, confirmed_by, lifted_at, lifted_by, lift_asked_at, lift_asked_by",
                confirmed + ", now(), '" + entered + "'");
    }

    private void assertRefused(String columns, String values) {
        SQLException refused = assertThrows(SQLException.class, () -> suspend(columns, values));

        assertEquals("23514", refused.getSQLState());
        assertThrows(SQLException.class, () -> statement.execute("select 1"));
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoKeepsRestrictionsKnowsOfThemAndNobodyOfWhatBarsHim() throws SQLException {
        seal(DemoPerson.caseworker1);
        as(DemoPerson.privacy1);
        assertEquals(1, count("case_restriction"));
        for (DemoPerson other : EnumSet.complementOf(EnumSet.of(DemoPerson.privacy1))) {
            as(other);
            assertEquals(0, count("case_restriction"), other.name());
        }
        String restrictable = "restrictable('"
                + Database.texts("select case_number from himaye.case_file where id = ?", caseId)
                        .get(0) + "')";
        as(DemoPerson.privacy1);
        assertEquals(1, count(restrictable));
        bar(DemoPerson.privacy1);
        as(DemoPerson.privacy1);
        assertEquals(0, count("case_restriction"));
        assertEquals(0, count(restrictable));
    }

    @Test
    void anOrderIsKnownToTheSupervisorWhomItKeepsOutUnlessTheCaseIsSealedToo() throws SQLException {
        suspend(", in_force_at, confirmed_by", ", now(), '" + DemoPerson.privacy1.sub() + "'");
        as(DemoPerson.supervisor1);
        assertEquals(1, count("case_restriction"));
        as(DemoPerson.supervisor2);
        assertEquals(0, count("case_restriction"));

        seal(DemoPerson.caseworker1);

        as(DemoPerson.supervisor1);
        assertEquals(0, count("case_restriction"));
    }

    @Test
    void statisticsAndTheLogGoOn() throws SQLException {
        seal(DemoPerson.caseworker1);

        say(SignedContext.ofJob("STATISTICS"));
        assertEquals(1, count("case_file where id = '" + caseId + "'"));
        statement.execute("set role himaye_log_reader");
        assertEquals(1, count("case_file where id = '" + caseId + "'"));
    }

    @Test
    void aRefusalTellsTheLogWhy() throws SQLException {
        String number = Database.texts("select case_number from himaye.case_file where id = ?", caseId)
                .get(0);
        seal(DemoPerson.caseworker1);

        as(DemoPerson.supervisor1);
        assertEquals(1, count("refused('case_file', '" + number + "') where shut"));
        as(DemoPerson.caseworker1);
        assertEquals(0, count("refused('case_file', '" + number + "') where shut"));
    }
}

package org.himaye.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.himaye.audit.AnswerTurn;
import org.himaye.breakglass.ReviewTurn;
import org.himaye.migrations.Installation;
import org.himaye.migrations.Migrations;
import org.himaye.migrations.Release;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the catalogue says about rows: every table that holds or points to a victim's data forces row-level security, and nothing goes
 * round it. Then the traps that were measured in PostgreSQL (docs/adr/0018): each is shown, so that nobody takes the rule away again.
 */
class RowSecurityTest {

    /** Functions that run as their owner, and so see what the owner's policies let them see. Another one is a decision. */
    private static final String OWNERS_FUNCTIONS =
            "append_event, assigned_cases, context, earlier_houses, earlier_records, erasable, erase, erase_again, erase_below, erase_rows,"
                    + " erasure_obstacle, forget_disclosures, forget_drafts_of, forget_findings, forget_old_drafts,"
                    + " forget_payments, forget_unusual, found_what_is_there, hold_what_is_there, houses_of,"
                    + " is_erased, is_restricted, is_shut_to, is_watched, is_with_finance, is_with_unit,"
                    + " links_asked, links_of, listed_cases, make_log_months, matching_cases, number_of_grant,"
                    + " open_cases_of, people_with, person_of_case, quota_goes_on, record_configuration, record_keeping, refused, restrictable,"
                    + " retention_candidates, sender_reads, shut_cases, shut_cases, shut_people, sweep_erased, take_provider_event, thin_log_checkpoints,"
                    + " unlisted_people";

    /** What the owner sees for them; nothing else. */
    private static final String OWNERS_POLICIES =
            "access_event, access_event_case, blind_value, break_glass_grant, case_assignment, case_file, case_restriction,"
                    + " disclosure, draft, erasure, identification_set, legal_hold, person, person_link, referral, reimbursement_request, search_entry";

    private static final String FORGOTTEN = """
            select c.relname || ' has no forced row-level security' from pg_class c
             where c.relnamespace = 'himaye'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
               and not (c.relrowsecurity and c.relforcerowsecurity) and c.relname <> all (?)
            union all
            select c.relname || ' has no policy for the application' from pg_class c
             where c.relnamespace = 'himaye'::regnamespace and c.relrowsecurity and not exists (
               select from pg_policy p where p.polrelid = c.oid and 'himaye_app'::regrole = any (p.polroles))
               and c.relname <> all ('{access_event,access_event_case}')
            union all
            select c.relname || ' is of the log, and the application has a right to it' from pg_class c
             where c.oid = any ('{himaye.access_event,himaye.access_event_case}'::regclass[])
               and (has_any_column_privilege('himaye_app', c.oid, 'select,insert,update,references')
                 or has_table_privilege('himaye_app', c.oid, 'delete,truncate,trigger'))
            union all
            select c.relname || ' is listed as open and is not' from pg_class c
             where c.relnamespace = 'himaye'::regnamespace and c.relrowsecurity and c.relname = any (?)
            union all
            select c.relname || ' is a partition that somebody may reach by its own name' from pg_class c
             where c.relnamespace = 'himaye'::regnamespace and c.relispartition and exists (
               select from aclexplode(c.relacl) a where a.grantee <> c.relowner)
            union all
            select c.relname || ' is a view that asks as its owner' from pg_class c
             where c.relnamespace = 'himaye'::regnamespace and c.relkind in ('v', 'm')
               and not coalesce(c.reloptions @> '{security_invoker=true}', false)
            union all
            select c.relname || ' belongs to a role that signs in' from pg_class c join pg_roles r on r.oid = c.relowner
             where c.relnamespace = 'himaye'::regnamespace and r.rolcanlogin
            union all
            select r.rolname || ' goes round the rows' from pg_roles r
             where r.rolname like 'himaye%' and (r.rolbypassrls or r.rolsuper) and r.rolname <> 'himaye_keeper'
            union all
            select r.rolname || ' has the rights of the owner' from pg_roles r
             where r.rolname in ('himaye_app', 'himaye_log_reader', 'himaye_log_sealer') and pg_has_role(r.oid, 'himaye_owner', 'member')
            union all
            select p.polname || ' asks the context for every row' from pg_policy p
             where regexp_replace(concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)),
                     '\\( SELECT himaye\\.[a-z_]+\\([^()]*\\)', '', 'g') ~ 'himaye\\.(context|assigned|shut)'
            union all
            select p.proname || ' runs as its owner without a search path' from pg_proc p
             where p.pronamespace = 'himaye'::regnamespace and p.prosecdef
               and not coalesce('search_path=pg_catalog' = any (p.proconfig), false) and p.proname <> 'append_event'
            union all
            select p.proname || ' looks its names up when it is called' from pg_proc p
             where p.pronamespace = 'himaye'::regnamespace and p.proname = 'append_event' and p.prosqlbody is null
            union all
            select p.proname || ' runs as its owner for everybody' from pg_proc p
             where p.pronamespace = 'himaye'::regnamespace and p.prosecdef
               and (p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0))
            order by 1""";

    @TempDir
    static Path folder;

    private static Database database;
    private static List<String> open;

    private Connection connection;

    @BeforeAll
    static void migrate() throws Exception {
        database = SmallDatabase.in(folder.resolve("var"));
        database.start();
        database.migrate(Installation.DEMO);
        Release last = Release.all().getLast();
        try (Connection superuser = database.superuser("himaye");
                var statement = superuser.createStatement()) {
            statement.execute(resource(RowSecurityTest.class, "upgrade/" + last.name() + ".sql"));
        }
        open = resource(Migrations.class, "/db/row-security.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\s+", 2)[0])
                .toList();
    }

    @AfterAll
    static void stop() {
        database.stop();
    }

    private static String resource(Class<?> beside, String name) throws IOException {
        try (var in = beside.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = database.superuser("himaye");
        connection.setAutoCommit(false);
    }

    @AfterEach
    void forget() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private String text(String sql) throws SQLException {
        return texts(sql).get(0);
    }

    private List<String> forgotten() throws SQLException {
        try (var find = connection.prepareStatement(FORGOTTEN)) {
            var names = connection.createArrayOf("text", open.toArray());
            find.setArray(1, names);
            find.setArray(2, names);
            var texts = new ArrayList<String>();
            try (var rows = find.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }

    @Test
    void noTableAndNoViewForgetsItsRows() throws SQLException {
        assertEquals(List.of(), forgotten());
    }

    @Test
    void theListOfOpenTablesNamesOnlyTablesThatAreThere() throws SQLException {
        List<String> tables =
                texts("select relname from pg_class where relnamespace = 'himaye'::regnamespace and relkind = 'r'");

        assertEquals(
                List.of(), open.stream().filter(each -> !tables.contains(each)).toList());
    }

    @Test
    void theCheckSeesEachWayToForget() throws SQLException {
        run("create table himaye.forgotten (id uuid)");
        run("create view himaye.as_owner as select id from himaye.case_file");
        run("alter view himaye.as_owner owner to himaye_owner");
        run("alter table himaye.forgotten owner to himaye_app");
        run("alter table himaye.person no force row level security");
        run("create table himaye.silent (id uuid)");
        run("alter table himaye.silent owner to himaye_owner");
        run("alter table himaye.silent enable row level security, force row level security");
        run("create policy bare on himaye.case_deadline to himaye_app using (created_by = himaye.context_account())");
        run("grant select on himaye.access_event_default to himaye_app");
        run("alter role himaye_log_reader bypassrls");
        run("create function himaye.loud() returns int language sql security definer return 1");

        assertEquals(
                List.of(
                        "access_event_default is a partition that somebody may reach by its own name",
                        "as_owner is a view that asks as its owner",
                        "bare asks the context for every row",
                        "forgotten belongs to a role that signs in",
                        "forgotten has no forced row-level security",
                        "himaye_log_reader goes round the rows",
                        "loud runs as its owner for everybody",
                        "loud runs as its owner without a search path",
                        "person has no forced row-level security",
                        "silent has no policy for the application"),
                forgotten());
    }

    @Test
    void whatRunsAsTheOwnerIsDecidedOneByOne() throws SQLException {
        assertEquals(
                OWNERS_FUNCTIONS,
                texts(
                                "select proname from pg_proc where pronamespace = 'himaye'::regnamespace and prosecdef order by 1")
                        .stream()
                        .collect(Collectors.joining(", ")));
        assertEquals(
                OWNERS_POLICIES,
                texts("select polrelid::regclass::text from pg_policy where 'himaye_owner'::regrole = any (polroles)"
                                + " and pg_get_expr(polqual, polrelid) !~ 'himaye.erasing' order by 1")
                        .stream()
                        .map(table -> table.replace("himaye.", ""))
                        .collect(Collectors.joining(", ")));
    }

    private static final String SUSPENDED = "10000000-0000-0000-0000-000000000003";
    private static final String ERASED = "10000000-0000-0000-0000-000000000020";

    /** Of caseworker2 and the case, in the house of supervisor1. */
    private void finding(String id, String caseId) throws SQLException {
        run(
                "insert into himaye.audit_finding (id, version, created_at, created_by, updated_at, updated_by, reference, case_id,"
                        + " case_number, colleague, institution_id, events, first_at, last_at, answer_due_at, question)"
                        + " select '" + id + "', 0, now(), a.sub, now(), a.sub, '" + id
                        + "', c.id, c.case_number, w.sub, s.institution, '1', now(), now(), now() + interval '1 day', '\\x01'"
                        + " from himaye.case_file c, himaye.staff a, himaye.staff w, himaye.staff s where c.id = '"
                        + caseId
                        + "' and a.account = 'auditor1' and w.account = 'caseworker2' and s.account = 'supervisor1'");
    }

    /** Findings that the colleague meets; and those of them that are his to answer. */
    private String met(String account, String role) throws Exception {
        as(account, role);
        String turn = AnswerTurn.TO_ANSWER
                .replace(":caller", "himaye.context_account()")
                .replace(":institution", "himaye.context_institution()")
                .replace(":role", "himaye.context_role()");
        String met = text("select count(*) || ' ' || count(*) filter (where " + turn
                + ") from himaye.audit_finding f where f.id::text not like '1%'");
        run("reset role");
        return met;
    }

    private void as(String account, String role) throws Exception {
        String who = text("select sub || '|' || institution from himaye.staff where account = '" + account + "'");
        run("set role himaye_app");
        run("select set_config('himaye.context', '" + signed(who + "|" + role + "||") + "', true)");
    }

    /** A finding names the case: who may not know that there is one meets none, and then the privacy officer answers. */
    @Test
    void aFindingAboutAShutCaseIsToldToNobodyWhoIsKeptOut() throws Exception {
        finding("40000000-0000-0000-0000-000000000001", SUSPENDED);
        assertEquals("1 1", met("supervisor1", "SUPERVISOR"), "named in the order");
        assertEquals("1 0", met("privacy1", "PRIVACY_OFFICER"));
        String asker =
                "update himaye.audit_finding set created_by = (select sub from himaye.staff where account = '%s')"
                        + " where id::text not like '1%%'";
        run(asker.formatted("supervisor1"));
        assertEquals("1 0", met("supervisor1", "SUPERVISOR"), "asked by the only one of the house");
        assertEquals("1 1", met("privacy1", "PRIVACY_OFFICER"));
        run(asker.formatted("auditor1"));

        String persons =
                "update himaye.case_restriction set persons = array(select sub from himaye.staff where account in (%s))";
        run(persons.formatted("'privacy1'"));

        assertEquals("0 0", met("supervisor1", "SUPERVISOR"));
        assertEquals("1 1", met("privacy1", "PRIVACY_OFFICER"));
        assertEquals("1 0", met("auditor1", "AUDITOR"));

        run(
                "update himaye.case_restriction set kind = 'BARRED', reason = 'RELATIVE', confirmed_by = null, order_number = null, order_date = null, ends_on = null");
        run(persons.formatted("'privacy1', 'auditor1'"));

        assertEquals("1 1", met("supervisor1", "SUPERVISOR"));
        assertEquals("0 0", met("privacy1", "PRIVACY_OFFICER"));
        assertEquals("0 0", met("auditor1", "AUDITOR"));
    }

    private static final String GRANT = "10000000-0000-0000-0000-000000000010";

    /** How many of one access, made by caseworker2, wait for the colleague's word. */
    private String toReview(String account, String role) throws Exception {
        as(account, role);
        String turn = ReviewTurn.MINE
                .replace(":caller", "himaye.context_account()")
                .replace(":institution", "himaye.context_institution()")
                .replace(":role", "himaye.context_role()")
                .replace(":now", "now()");
        String count = text("select count(*) from himaye.break_glass_grant g where g.id = '" + GRANT + "' and " + turn);
        run("reset role");
        return count;
    }

    /** Whoever keeps the only other supervisor out of a case does not keep out the review: it is the privacy officer's then. */
    @Test
    void anEmergencyAccessIsReviewedByWhoIsNotKeptOut() throws Exception {
        run("update himaye.break_glass_grant set case_id = '" + SUSPENDED + "', ended_at = now(), verdict = null,"
                + " reviewed_by = null, reviewed_at = null, review_note = null,"
                + " institution_id = (select institution from himaye.staff where account = 'supervisor1'),"
                + " created_by = (select sub from himaye.staff where account = 'caseworker2') where id = '"
                + GRANT + "'");
        String persons =
                "update himaye.case_restriction set persons = array(select sub from himaye.staff where account in (%s))";
        run(persons.formatted("'privacy1'"));
        assertEquals("0", toReview("supervisor1", "SUPERVISOR"), "an order keeps her out");
        assertEquals("1", toReview("privacy1", "PRIVACY_OFFICER"));

        run(
                "update himaye.case_restriction set kind = 'BARRED', reason = 'RELATIVE', confirmed_by = null, order_number = null, order_date = null, ends_on = null");
        run(persons.formatted("'supervisor1'"));
        assertEquals("0", toReview("supervisor1", "SUPERVISOR"), "barred");
        assertEquals("1", toReview("privacy1", "PRIVACY_OFFICER"));

        run(persons.formatted("'caseworker3'"));
        assertEquals("1", toReview("supervisor1", "SUPERVISOR"));
        assertEquals("0", toReview("privacy1", "PRIVACY_OFFICER"));
    }

    @Test
    void aFindingOfAnErasedCaseGetsNoKeyAgain() throws Exception {
        finding("40000000-0000-0000-0000-000000000001", SUSPENDED);
        finding("40000000-0000-0000-0000-000000000002", ERASED);
        String key = "insert into himaye.sealing_key (id, owner_kind, owner_id, epoch, wrapped)"
                + " values (gen_random_uuid(), 'FINDING', '40000000-0000-0000-0000-00000000000%d', 1, '\\x01')";
        as("auditor1", "AUDITOR");
        run(key.formatted(1));

        SQLException refused = assertThrows(SQLException.class, () -> run(key.formatted(2)));

        assertEquals("42501", refused.getSQLState());
    }

    /** What has no page is changed by whoever has the database, and stands in the log all the same (ADR 28). */
    @Test
    void aChangedNumberOfTheLawIsAnEvent() throws SQLException {
        run("delete from himaye.configuration where key = 'reimb.pay.working_days'");
        run("insert into himaye.configuration (key, value, valid_from, source) values"
                + " ('reimb.pay.working_days', 10, '2026-01-01', 'a new order')");
        run("update himaye.reimbursement_rule set valid_to = '2030-01-01' where kind = 'ONE_TIME_ALLOWANCE'");

        assertEquals(
                List.of(
                        "UPDATE configuration reimb.pay.working_days",
                        "CREATE configuration reimb.pay.working_days",
                        "UPDATE reimbursement_rule ONE_TIME_ALLOWANCE"),
                texts("select action || ' ' || entity || ' ' || reason from himaye.access_event"
                        + " where act = 'configuration.change' order by seq"));
    }

    /** Nobody signs in as it or has its rights; it owns one function, writes nothing, and of cases it meets what the caller meets. */
    @Test
    void whoReadsListsOwnsOneFunctionAndIsNobody() throws SQLException {
        assertEquals(
                List.of("listed_cases"),
                texts("select proname from pg_proc where proowner = 'himaye_lister'::regrole"));
        assertEquals(
                List.of("himaye_owner false"),
                texts(
                        "select member::regrole || ' ' || inherit_option from pg_auth_members where roleid = 'himaye_lister'::regrole"));
        assertEquals(
                List.of(
                        "case_assignment r",
                        "case_deadline r",
                        "case_file r",
                        "case_file r",
                        "case_restriction r",
                        "person r"),
                texts("select replace(polrelid::regclass::text, 'himaye.', '') || ' ' || polcmd::text from pg_policy"
                        + " where 'himaye_lister'::regrole = any (polroles) order by 1"));
        assertEquals(
                "false false false false",
                text(
                        "select rolcanlogin || ' ' || rolbypassrls || ' ' || has_schema_privilege(oid, 'himaye', 'create') || ' ' || exists ("
                                + "select from pg_class c, aclexplode(c.relacl) a where a.grantee = r.oid) from pg_roles r where rolname = 'himaye_lister'"));
    }

    private static final String LISTED = "select l::text from himaye.listed_cases(%s, %s, null, null, '-infinity',"
            + " '00000000-0000-0000-0000-000000000000', 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', true) l order by 1";

    private static final String BY_ROWS = """
            select r::text from (
              select c.id, c.person_id, c.case_number, p.pseudonym, c.status, c.urgency, c.opened_at, c.next_due_at, s.display_name,
                     (select d.kind from himaye.case_deadline d where d.case_id = c.id and d.met_at is null order by d.due_at limit 1)
                from himaye.case_file c join himaye.person p on p.id = c.person_id
                left join himaye.case_assignment a on a.case_id = c.id and a.function = 'PRIMARY' and a.assigned_until is null
                left join himaye.staff s on s.sub = a.staff_sub
               where c.institution_id = %s or c.id = any ((select himaye.assigned_cases())::uuid[])) r
             order by 1""";

    /** A case of each house for each of its people and for one of another house, and one that nobody has. */
    private void casesOfEachHouse() throws SQLException {
        run("set session_replication_role = replica");
        run(
                "create temporary table made on commit drop as select gen_random_uuid() as id, gen_random_uuid() as person, s.institution, w.sub,"
                        + " row_number() over () as n from himaye.staff s left join himaye.staff w on w.institution = s.institution"
                        + " or w.account = 'caseworker3' where s.role = 'SUPERVISOR'");
        run(
                "insert into himaye.person (id, version, created_at, created_by, updated_at, updated_by, pseudonym, age_basis, age_band, sex, languages)"
                        + " select person, 0, now(), institution, now(), institution, 'P' || n, 'STATED', 'ADULT', 'F', 'az' from made");
        run(
                "insert into himaye.case_file (id, version, created_at, created_by, updated_at, updated_by, case_number, person_id, institution_id, status,"
                        + " urgency, anonymous_mode, opened_at, next_due_at) select id, 0, now(), institution, now(), institution, 'V-' || n, person, institution,"
                        + " 'ACTIVE', 'ROUTINE', false, now(), now() + n * interval '1 hour' from made");
        run(
                "insert into himaye.case_assignment (id, version, created_at, created_by, updated_at, updated_by, case_id, staff_sub, function, assigned_from)"
                        + " select gen_random_uuid(), 0, now(), sub, now(), sub, id, sub, 'PRIMARY', now() from made where n % 5 > 0");
        run(
                "insert into himaye.case_deadline (id, version, created_at, created_by, updated_at, updated_by, case_id, kind, due_at)"
                        + " select gen_random_uuid(), 0, now(), institution, now(), institution, id, 'INTAKE', now() from made where n % 2 = 0");
        run("set session_replication_role = origin");
    }

    /** The function joins what hangs on a case without that table's own rule: so it must give the very rows that those rules give. */
    @Test
    void aListIsWhatTheRowRulesGive() throws Exception {
        casesOfEachHouse();
        int rows = 0;
        for (String who :
                texts("select account || ' ' || role from himaye.staff where account is not null order by 1")) {
            String[] parts = who.split(" ");
            as(parts[0], parts[1]);
            for (String house : new String[] {"null", "himaye.context_institution()"}) {
                List<String> listed = texts(LISTED.formatted("himaye.context_account()", house));
                assertEquals(texts(BY_ROWS.formatted(house)), listed, who + " " + house);
                rows += listed.size();
            }
            run("reset role");
        }
        assertTrue(rows > 20, rows + " rows were compared");
    }

    @Test
    void aListOfAnotherHouseGivesNothingOfItAndOneOfNobodyNothing() throws Exception {
        casesOfEachHouse();
        String house =
                "select quote_literal(institution) from himaye.staff where role = 'SUPERVISOR' and (account = 'supervisor1') = %b limit 1";
        String own = text(house.formatted(true));
        String other = text(house.formatted(false));
        String stranger = text("select quote_literal(sub) from himaye.staff where account = 'caseworker3'");
        as("supervisor1", "SUPERVISOR");
        List<String> hers = texts(LISTED.formatted("himaye.context_account()", "null"));
        assertEquals(hers, texts(LISTED.formatted("himaye.context_account()", other)), "those on which she works");
        assertTrue(texts(LISTED.formatted("null", own)).size() > 1);
        List<String> ofStranger = texts(LISTED.formatted(stranger, "null"));
        assertEquals(
                List.of(false, true),
                List.of(ofStranger.isEmpty(), texts(BY_ROWS.formatted(own)).containsAll(ofStranger)));

        run("select set_config('himaye.context', left(current_setting('himaye.context'), -1) || 'x', true)");
        assertEquals(List.of(), texts(LISTED.formatted(stranger, own)));
        run("select set_config('himaye.context', '', true)");
        assertEquals(List.of(), texts(LISTED.formatted(stranger, own)));
        for (String broken : new String[] {"x", "a|b|c|d|e|f|g|h", "||||||||"}) {
            run("select set_config('himaye.context', '" + broken + "', true)");
            assertEquals(null, text("select himaye.context()"));
        }
    }

    /** The hash of nothing is nothing, and so is a signature that is not there: the two were equal once. */
    @Test
    void whileThereIsNoKeyNobodyCalls() throws Exception {
        as("supervisor1", "SUPERVISOR");
        String signed = text("select current_setting('himaye.context')");
        assertTrue(Integer.parseInt(text("select count(*) from himaye.case_file")) > 0);
        List<String> parts = List.of(signed.split("\\|"));
        List<String> forged = new ArrayList<>(List.of(signed, signed + "|", signed + "|x"));
        for (int i = 1; i < parts.size(); i++) {
            forged.add(String.join("|", parts.subList(0, i)));
            forged.add(String.join("|", parts.subList(0, i)) + "|");
        }
        forged.addAll(List.of(
                "|||||||",
                "||||||",
                "|||||" + parts.get(5),
                "|||||" + parts.get(5) + "|",
                "|||||" + parts.get(5) + "||"));
        for (boolean key : List.of(true, false)) {
            if (!key) {
                run("reset role");
                run("delete from himaye.context_key");
                run("set role himaye_app");
            }
            for (String each : key ? forged.subList(1, forged.size()) : forged) {
                run("select set_config('himaye.context', '" + each + "', true)");
                assertEquals(null, text("select himaye.context()"), each);
                assertEquals("0", text("select count(*) from himaye.case_file"), each);
            }
        }
    }

    /** Of an account; about a case or none. */
    private void unusual(int id, String account, String rule, String caseId) throws SQLException {
        String ofCase = caseId == null
                ? "null, null"
                : "'" + caseId + "', (select case_number from himaye.case_file where id = '" + caseId + "')";
        run(
                "insert into himaye.unusual_access (id, version, created_at, created_by, updated_at, updated_by, rule, account, day, case_id,"
                        + " case_number, events, first_at, last_at, accesses) select '50000000-0000-0000-0000-00000000000"
                        + id
                        + "', 0, now(), gen_random_uuid(), now(), gen_random_uuid(), '" + rule
                        + "', s.sub, current_date, "
                        + ofCase + ", '1', now(), now(), 1 from himaye.staff s where s.account = '" + account + "'");
    }

    private String unusuals(String account, String role) throws Exception {
        as(account, role);
        String met = text(
                "select coalesce(string_agg(right(id::text, 1), ' ' order by id), '') from himaye.unusual_access where id::text like '5%'");
        run("reset role");
        return met;
    }

    @Test
    void whatIsUnusualIsMetByAuditorsAloneAndNobodyMeetsTheOwn() throws Exception {
        unusual(1, "caseworker2", "PRIVATE_TIE", SUSPENDED);
        unusual(2, "auditor1", "OFF_HOURS", null);
        for (String other : List.of("SUPERVISOR", "CASEWORKER", "PRIVACY_OFFICER", "ADMINISTRATOR")) {
            assertEquals("", unusuals("supervisor1", other), other);
        }
        assertEquals("1", unusuals("auditor1", "AUDITOR"), "nobody the own");
        assertEquals("1 2", unusuals("privacy1", "AUDITOR"));
        assertEquals("2", unusuals("caseworker2", "AUDITOR"));

        run(
                "update himaye.case_restriction set kind = 'BARRED', reason = 'RELATIVE', confirmed_by = null, order_number = null, order_date = null, ends_on = null");
        run(
                "update himaye.case_restriction set persons = array(select sub from himaye.staff where account = 'auditor1')");
        assertEquals("", unusuals("auditor1", "AUDITOR"), "barred from the case");
    }

    @Test
    void whatIsUnusualIsFoundByTheJobDecidedOnceAndNeverByWhomItIsAbout() throws Exception {
        unusual(1, "caseworker2", "OFF_HOURS", null);
        unusual(2, "auditor1", "OFF_HOURS", null);
        String decide = "update himaye.unusual_access set version = version + 1, verdict = '%s', updated_by ="
                + " himaye.context_account() where id = '50000000-0000-0000-0000-00000000000%d'";
        as("auditor1", "AUDITOR");
        assertEquals(1, changed(decide.formatted("EXPLAINED", 1)));
        assertEquals(0, changed(decide.formatted("NOT_EXPLAINED", 1)), "said once");
        assertEquals(0, changed(decide.formatted("EXPLAINED", 2)), "the own");
        for (String forbidden : List.of(
                "delete from himaye.unusual_access",
                "update himaye.unusual_access set rule = 'VOLUME'",
                "insert into himaye.unusual_day (day, found) values (current_date, 0)",
                "insert into himaye.unusual_access (id, version, created_at, created_by, updated_at, updated_by, rule, account, day, events,"
                        + " first_at, last_at, accesses) select gen_random_uuid(), 0, now(), gen_random_uuid(), now(), gen_random_uuid(),"
                        + " 'OFF_HOURS', s.sub, current_date - 1, '1', now(), now(), 1 from himaye.staff s where s.account = 'police1'")) {
            run("savepoint before");
            assertEquals(
                    "42501",
                    assertThrows(SQLException.class, () -> run(forbidden), forbidden)
                            .getSQLState());
            run("rollback to before");
        }
    }

    @Test
    void whatIsUnusualOfAnErasedCaseGetsNoKeyAgain() throws Exception {
        unusual(1, "caseworker2", "PRIVATE_TIE", SUSPENDED);
        unusual(2, "caseworker2", "PRIVATE_TIE", null);
        unusual(3, "caseworker2", "OFF_HOURS", null);
        String key = "insert into himaye.sealing_key (id, owner_kind, owner_id, epoch, wrapped)"
                + " values (gen_random_uuid(), 'FINDING', '50000000-0000-0000-0000-00000000000%d', 1, '\\x01')";
        as("auditor1", "AUDITOR");
        run(key.formatted(1));
        run(key.formatted(3));

        SQLException refused = assertThrows(SQLException.class, () -> run(key.formatted(2)));

        assertEquals("42501", refused.getSQLState());
    }

    private int changed(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Test
    void theOwnerItselfMeetsNoPerson() throws SQLException {
        assertEquals("1", text("select count(*) from himaye.person"));

        run("set role himaye_owner");

        assertEquals("0", text("select count(*) from himaye.person"));
    }

    @Test
    void trapASettingOfAnEndedTransactionIsEmptyAndNotNull() throws SQLException {
        run("select set_config('himaye.context', 'x', true)");
        connection.commit();

        assertEquals("", text("select current_setting('himaye.context', true)"));
        assertEquals(null, text("select himaye.context()"));
    }

    @Test
    void trapAViewOfASuperuserShowsEverything() throws SQLException {
        run("create view himaye.leak as select id from himaye.case_file");
        run("create view himaye.tight with (security_invoker = true) as select id from himaye.case_file");
        run("grant select on himaye.leak, himaye.tight to himaye_app");

        run("set role himaye_app");

        assertEquals("2", text("select count(*) from himaye.leak"), "the erased one too");
        assertEquals("0", text("select count(*) from himaye.tight"));
    }

    /** So no unique rule may stand on what tells who somebody is: only on numbers of ours and on random ids. */
    @Test
    void trapAUniqueRuleAnswersForARowThatIsNotShown() throws Exception {
        String centre = text("select institution from himaye.staff where display_name = 'Caseworker 3'");
        String caseworker = text("select sub from himaye.staff where display_name = 'Caseworker 3'");
        run("set role himaye_app");
        run("select set_config('himaye.context', '" + signed(caseworker + "|" + centre + "|CASEWORKER||") + "', true)");
        assertEquals("0", text("select count(*) from himaye.case_file"));
        run(
                "insert into himaye.person (id, version, created_at, created_by, updated_at, updated_by, pseudonym, age_basis, age_band,"
                        + " sex, languages) values ('30000000-0000-0000-0000-000000000001', 0, now(), '" + caseworker
                        + "', now(), '"
                        + caseworker + "', 'Nar-1', 'STATED', 'ADULT', 'FEMALE', 'az')");

        SQLException refused = assertThrows(
                SQLException.class,
                () -> run("insert into himaye.case_file (id, version, created_at,"
                        + " created_by, updated_at, updated_by, case_number, person_id, institution_id, status, urgency, anonymous_mode,"
                        + " opened_at) values (gen_random_uuid(), 0, now(), '" + caseworker + "', now(), '" + caseworker
                        + "', 'V-AAAAAA-A', '30000000-0000-0000-0000-000000000001', '" + centre
                        + "', 'INTAKE', 'NORMAL', false, now())"));

        assertEquals("23505", refused.getSQLState());
    }

    private static String signed(String text) throws Exception {
        byte[] key = HexFormat.of()
                .parseHex(
                        Files.readString(folder.resolve("var/keys/context.key")).strip());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String told = text + "|" + Instant.now().plusSeconds(60).getEpochSecond() + "|";
        return told + "|" + HexFormat.of().formatHex(mac.doFinal(told.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void trapAPolicyThatIsNotThereForTheCopyWouldMakeItSmaller() throws SQLException {
        assertEquals("t", text("select rolbypassrls from pg_roles where rolname = 'himaye_keeper'"));
        run("set role himaye_keeper");

        assertTrue(Integer.parseInt(text("select count(*) from himaye.person")) > 0);
    }
}

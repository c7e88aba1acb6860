package org.himaye.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PlaceInTime;
import org.himaye.stack.Stack;
import org.junit.jupiter.api.Test;

/** How the database reads a page of cases under its row rules: with a million of them none that is not on the page costs anything. */
class CaseListSqlTest {

    private static final UUID SUPERVISED = UUID.randomUUID();

    private static final Pattern PLACE =
            Pattern.compile("ix_case_file_order .*\\R\\s*Index Cond: .*ROW\\(.*> ROW\\(.*ROW\\(.*< ROW\\(");

    @Test
    void aSupervisorsPageIsReadInItsOrder() throws SQLException {
        String plan = plan(new CaseQuery(null, null, null, PageAsked.first()), SUPERVISED);

        assertTrue(plan.contains("Index Scan using ix_case_file_order"), plan);
        assertFalse(plan.contains("Sort"), plan);
    }

    @Test
    void soIsTheOneBeforeItOfThoseInSomeStateOfSomebody() throws SQLException {
        PageAsked before = new PageAsked(null, new PlaceInTime(Instant.now(), UUID.randomUUID()));
        String plan = plan(new CaseQuery(CaseStatus.ACTIVE, UUID.randomUUID(), CaseDue.LATE, before), SUPERVISED);

        assertTrue(plan.contains("Index Scan Backward using ix_case_file_order"), plan);
        assertFalse(plan.contains("Sort"), plan);
    }

    /** What stands in the condition of the index is not read and thrown away: page 1,000 costs what the first does. */
    @Test
    void aPageBeginsAtItsPlaceInTheIndex() throws SQLException {
        PageAsked further = new PageAsked(new PlaceInTime(Instant.now(), UUID.randomUUID()), null);
        String plan = plan(new CaseQuery(null, null, null, further), SUPERVISED);

        assertTrue(PLACE.matcher(plan).find(), plan);
    }

    @Test
    void aCaseworkersCasesAreLookedUp() throws SQLException {
        String plan = plan(new CaseQuery(null, null, null, PageAsked.first()), null);

        assertTrue(plan.contains("Index Cond: (id = ANY"), plan);
    }

    @Test
    void theDatabaseGivesOneMoreThanAPage() throws SQLException {
        try (Connection connection = Stack.shared().superuser("himaye");
                Statement statement = connection.createStatement();
                ResultSet source =
                        statement.executeQuery("select prosrc from pg_proc where proname = 'listed_cases'")) {
            source.next();
            assertEquals(
                    Set.of("limit " + (CaseFileService.PAGE + 1), "limit 1"),
                    Pattern.compile("limit \\d+")
                            .matcher(source.getString(1))
                            .results()
                            .map(MatchResult::group)
                            .collect(Collectors.toSet()));
        }
    }

    /** What the function itself does, of a database with few cases that is told to read whole tables only when nothing else is left. */
    private static String plan(CaseQuery query, UUID supervised) throws SQLException {
        CaseListSql sql =
                new CaseListSql(query, "nobody", Set.of(), UUID.randomUUID(), supervised, new BusinessClock());
        String text = sql.text();
        for (var value : sql.values().entrySet()) {
            text = text.replaceAll(":" + value.getKey() + "\\b", "'" + value.getValue() + "'");
        }
        try (Connection connection = Stack.shared().superuser("himaye");
                Statement statement = connection.createStatement()) {
            statement.execute("load 'auto_explain'");
            statement.execute("set auto_explain.log_min_duration = 0");
            statement.execute("set auto_explain.log_nested_statements = on");
            statement.execute("set client_min_messages = log");
            statement.execute("set enable_seqscan = off");
            statement.execute("set role himaye_app");
            statement.clearWarnings();
            statement.execute(text);
            for (SQLWarning each = statement.getWarnings(); each != null; each = each.getNextWarning()) {
                if (each.getMessage().contains("Limit") && each.getMessage().contains("case_deadline")) {
                    return each.getMessage();
                }
            }
            throw new AssertionError("no plan was told");
        }
    }
}

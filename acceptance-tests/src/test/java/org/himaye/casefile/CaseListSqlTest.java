package org.himaye.casefile;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PlaceInTime;
import org.himaye.stack.Stack;
import org.junit.jupiter.api.Test;

/** How the database reads a page of cases under its row rules: with a million of them none that is not on the page costs anything. */
class CaseListSqlTest {

    private static final PageAsked FIRST = PageAsked.first();
    private static final PlaceInTime HERE = new PlaceInTime(Instant.parse("2026-01-01T00:00:00Z"), UUID.randomUUID());

    @Test
    void aSupervisorsPageIsReadInItsOrder() throws SQLException {
        assertTrue(
                plan(new CaseQuery(null, null, null, FIRST), UUID.randomUUID()).contains("using ix_case_file_list"));
    }

    @Test
    void whateverIsAskedNoPageReadsEveryCase() throws SQLException {
        for (UUID house : new UUID[] {UUID.randomUUID(), null}) {
            for (PageAsked page : new PageAsked[] {FIRST, new PageAsked(HERE, null), new PageAsked(null, HERE)}) {
                String plan = plan(new CaseQuery(CaseStatus.ACTIVE, UUID.randomUUID(), CaseDue.NONE, page), house);
                assertFalse(plan.contains("Seq Scan on case_file"), plan);
            }
        }
    }

    /** Of a database with few cases, that is told to read whole tables only when nothing else is left. */
    private static String plan(CaseQuery query, UUID supervised) throws SQLException {
        CaseListSql sql = new CaseListSql(query, supervised, null);
        String text = sql.text();
        for (var value : sql.values().entrySet()) {
            text = text.replace(":" + value.getKey(), "'" + value.getValue() + "'");
        }
        try (Connection connection = Stack.shared().superuser("himaye");
                Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            statement.execute("set role himaye_app");
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = statement.executeQuery("explain " + text)) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}

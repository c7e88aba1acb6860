package org.himaye.casefile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.himaye.shared.PageAsked;
import org.himaye.stack.Stack;
import org.junit.jupiter.api.Test;

/** How the database reads a page of cases under its row rules: with a million of them none that is not on the page costs anything. */
class CaseListSqlTest {

    @Test
    void aSupervisorsPageIsReadInItsOrder() throws SQLException {
        assertTrue(plan(UUID.randomUUID()).contains("ix_case_file_list"));
    }

    @Test
    void aCaseworkersCasesAreLookedUp() throws SQLException {
        String plan = plan(null);
        assertTrue(plan.contains("Index Cond: (id = ANY"), plan);
    }

    /** Of a database with few cases, that is told to read whole tables only when nothing else is left. */
    private static String plan(UUID supervised) throws SQLException {
        CaseListSql sql = new CaseListSql(new CaseQuery(null, null, null, PageAsked.first()), supervised, null);
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

package org.himaye.acceptance;

import java.util.List;

/** The application's right to write the log, taken away for a while by the database's administrator. */
final class LogGrant {

    private final String columns;

    private LogGrant(String columns) {
        this.columns = columns;
    }

    static LogGrant taken() {
        List<String> columns = Database.texts("select column_name from information_schema.column_privileges"
                + " where table_schema = 'himaye' and table_name = 'access_event' and grantee = 'himaye_app'"
                + " and privilege_type = 'INSERT'");
        if (columns.isEmpty()) {
            throw new IllegalStateException("the application has no right to write the log");
        }
        Database.change("revoke insert on himaye.access_event from himaye_app");
        return new LogGrant(String.join(", ", columns));
    }

    void giveBack() {
        Database.change("grant insert (" + columns + ") on himaye.access_event to himaye_app");
    }
}

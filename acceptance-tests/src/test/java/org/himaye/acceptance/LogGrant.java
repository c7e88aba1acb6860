package org.himaye.acceptance;

/** The application's right to write the log, taken away for a while by the database's administrator. */
final class LogGrant {

    private LogGrant() {}

    static LogGrant taken() {
        Database.change("revoke execute on function himaye.append_event from himaye_app");
        return new LogGrant();
    }

    void giveBack() {
        Database.change("grant execute on function himaye.append_event to himaye_app");
    }
}

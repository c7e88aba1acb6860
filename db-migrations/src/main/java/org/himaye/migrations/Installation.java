package org.himaye.migrations;

import java.util.Locale;

/** What a database is for. Written once by the first migration and never changed. */
public enum Installation {
    DEMO,
    PRODUCTION;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

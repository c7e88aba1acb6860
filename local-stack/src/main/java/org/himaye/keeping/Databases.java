package org.himaye.keeping;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens a connection to a database of the installation, for reading everything or, for a restore, for making it. */
@FunctionalInterface
public interface Databases {

    /** Cases, people, the log. */
    String HIMAYE = "himaye";

    /** Accounts, passwords and second factors. */
    String KEYCLOAK = "keycloak";

    Connection open(String database) throws SQLException;
}

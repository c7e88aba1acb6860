package org.himaye.stack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How the first person comes into an installation for real data: an administrator, who invites everybody else on the pages. */
final class FirstAdministrator {

    private static final int CREATED = 201;
    /** Without letters and digits that look alike on paper. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP = 4;

    private final Database database;
    private final RealmAdministration keycloak;

    FirstAdministrator(Database database, RealmAdministration keycloak) {
        this.database = database;
        this.keycloak = keycloak;
    }

    /**
     * Makes the account with a password for one use; the person chooses an own one and enrols a second factor at the first
     * sign-in.
     *
     * @param account the name to sign in with
     * @param name as others read it
     * @param institution where the person works; it is made when there is none of this name
     * @return the password
     * @throws StackProblem when there is an administrator already
     */
    String invite(String account, String name, String institution) throws SQLException {
        if (!account.matches("[a-z][a-z0-9.]{2,31}")) {
            throw new StackProblem(
                    "The account's name has 3 to 32 small letters, digits and dots, and begins with a letter.");
        }
        try (Connection himaye = database.superuser("himaye")) {
            himaye.setAutoCommit(false);
            demandNone(himaye);
            String password = password();
            UUID sub = makeAccount(account, name, password);
            try {
                employ(himaye, sub, account, name, institution);
                himaye.commit();
            } catch (SQLException e) {
                keycloak.change("DELETE", "users/" + sub, null);
                throw e;
            }
            return password;
        }
    }

    private static void demandNone(Connection himaye) throws SQLException {
        try (var statement = himaye.createStatement();
                var found =
                        statement.executeQuery("select 1 from himaye.staff where role = 'ADMINISTRATOR' and active")) {
            if (found.next()) {
                throw new StackProblem("There is an administrator already, who invites everybody else on the pages.");
            }
        }
    }

    /** Without the job: the application gives it at the first sign-in with a second factor (docs/adr/0012). */
    private UUID makeAccount(String account, String name, String password) {
        var user = new JsonObject();
        user.addProperty("username", account);
        user.addProperty("enabled", true);
        user.addProperty("firstName", name);
        user.add("requiredActions", new Gson().toJsonTree(List.of("UPDATE_PASSWORD", "CONFIGURE_TOTP")));
        user.add(
                "credentials",
                new Gson().toJsonTree(List.of(Map.of("type", "password", "value", password, "temporary", true))));
        int status = keycloak.change("POST", "users", user.toString());
        if (status != CREATED) {
            throw new StackProblem("Keycloak did not take the account " + account + " (" + status + ").");
        }
        return UUID.fromString(keycloak.get("users?exact=true&username=" + account)
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsString());
    }

    private static void employ(Connection himaye, UUID sub, String account, String name, String institution)
            throws SQLException {
        try (var insert = himaye.prepareStatement("""
                with known as (select id from himaye.institution where ? in (name_az, name_en, name_ru) limit 1),
                     made as (insert into himaye.institution (id, kind, name_az, name_en, name_ru, mandate)
                       select gen_random_uuid(), 'OTHER', n, n, n, '{OVERSIGHT}' from (values (?)) as v (n)
                       where not exists (select 1 from known) returning id)
                insert into himaye.staff (sub, display_name, account, role, institution, invited_at, enrols)
                select ?, ?, ?, 'ADMINISTRATOR', id, now(), true from (select id from known union all select id from made) as one""")) {
            insert.setString(1, institution);
            insert.setString(2, institution);
            insert.setObject(3, sub);
            insert.setString(4, name);
            insert.setString(5, account);
            insert.executeUpdate();
        }
        try (var record = himaye.createStatement()) {
            record.execute("select himaye.record_keeping('keeping.administrator', 'ALLOWED', 'FIRST')");
        }
    }

    static String password() {
        var random = new SecureRandom();
        var text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}

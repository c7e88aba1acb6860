package org.himaye.acceptance;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** A case put straight into the database, for tests of what comes after it. Without names: nothing sealed is needed. */
record CaseRows(String number, UUID caseId, UUID personId) {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** An active case of the shelter with caseworker1, whose identification stands so. */
    static CaseRows active(String identification) {
        return another(UUID.randomUUID(), identification);
    }

    /** An active case of this caseworker's institution. */
    static CaseRows of(DemoPerson caseworker) {
        return another(UUID.randomUUID(), "IDENTIFIED", caseworker);
    }

    /** A further case of the same person. */
    static CaseRows another(UUID person, String identification) {
        return another(person, identification, DemoPerson.caseworker1);
    }

    private static CaseRows another(UUID person, String identification, DemoPerson caseworker) {
        CaseRows rows = new CaseRows(randomNumber(), UUID.randomUUID(), person);
        String by = caseworker.sub().toString();
        run("""
                insert into himaye.person (id, version, created_at, created_by, updated_at, updated_by, pseudonym, age_band, age_basis, sex, languages)
                values (?::uuid, 0, now(), ?::uuid, now(), ?::uuid, 'Sınaq-' || (random() * 9000 + 1000)::int, 'AGE_25_34', 'STATED', 'FEMALE', 'az')
                on conflict (id) do nothing
                """, person.toString(), by, by);
        run("""
                insert into himaye.case_file (id, version, created_at, created_by, updated_at, updated_by, case_number, person_id, institution_id, status, urgency, anonymous_mode, opened_at, identification_status)
                select ?::uuid, 0, now(), s.sub, now(), s.sub, ?, ?::uuid, s.institution, 'ACTIVE', 'NORMAL', false, now(), ?
                  from himaye.staff s where s.sub = ?::uuid
                """, rows.caseId().toString(), rows.number(), person.toString(), identification, by);
        run("""
                insert into himaye.case_assignment (id, version, created_at, created_by, updated_at, updated_by, case_id, staff_sub, function, assigned_from)
                values (gen_random_uuid(), 0, now(), ?::uuid, now(), ?::uuid, ?::uuid, ?::uuid, 'PRIMARY', now())
                """, by, by, rows.caseId().toString(), by);
        return rows;
    }

    /** The check character of architecture.md 9, written a second time on purpose. */
    private static String randomNumber() {
        StringBuilder letters = new StringBuilder();
        int sum = 0;
        int power = 1;
        for (int i = 0; i < 6; i++) {
            int value = RANDOM.nextInt(32);
            letters.append(LETTERS.charAt(value));
            power = times(power, 2);
            sum ^= times(power, value);
        }
        return "V-" + letters + "-" + LETTERS.charAt(sum);
    }

    private static int times(int a, int b) {
        int product = 0;
        for (int bit = 0; bit < 5; bit++) {
            product ^= (b >> bit & 1) == 1 ? a << bit : 0;
        }
        for (int bit = 9; bit >= 5; bit--) {
            product ^= (product >> bit & 1) == 1 ? 0b100101 << (bit - 5) : 0;
        }
        return product;
    }

    private static void run(String sql, String... arguments) {
        try (Connection connection = Himaye.stack().superuser("himaye");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.himaye.accesslog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/**
 * Seals and signs in a process of its own until that is killed, or ends itself at the place that {@code himaye.crash} names. Goes on when
 * the database was away.
 */
final class MortalSealer {

    static final String ORIGIN = "himaye/mortal";

    private MortalSealer() {}

    /** @param arguments folder of the keys; where to connect comes on the standard input, because it has a password */
    public static void main(String[] arguments) throws Exception {
        String url = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        Path keys = Path.of(arguments[0]);
        LogKeyFile key = LogKeyFile.in(keys, ORIGIN, null);
        while (true) {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("set role himaye_log_sealer");
                LogSealer sealer = new LogSealer(connection, LastSigned.in(keys), CrashPoint::end);
                while (true) {
                    sealer.seal();
                    sealer.checkpoint(ORIGIN, key);
                    TimeUnit.MILLISECONDS.sleep(5);
                }
            } catch (SQLException | IllegalStateException away) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }
}

package org.himaye.stack;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;

/** Passwords between the servers, made at the first start and kept in one file that only this user reads. */
final class Secrets {

    private static final String FILE = "passwords.properties";

    static final String POSTGRES = "postgres";
    static final String APP = "himaye_app";
    static final String LOG_READER = "himaye_log_reader";
    static final String LOG_SEALER = "himaye_log_sealer";
    static final String MIGRATOR = "himaye_migrator";
    static final String KEEPER = "himaye_keeper";
    static final String KEYCLOAK_DATABASE = "keycloak";
    static final String KEYCLOAK_ADMIN = "keycloak-admin";
    static final String PAYARA_ADMIN = "payara-admin";
    static final String CERTIFICATES = "certificates";

    private static final String[] NAMES = {
        POSTGRES,
        APP,
        LOG_READER,
        LOG_SEALER,
        MIGRATOR,
        KEEPER,
        KEYCLOAK_DATABASE,
        KEYCLOAK_ADMIN,
        PAYARA_ADMIN,
        CERTIFICATES
    };

    private final Properties values = new Properties();

    private Secrets() {}

    /** @param mayMake false once there is data that only the old passwords open */
    static Secrets load(Path folder, boolean mayMake) throws IOException {
        Path file = folder.resolve(FILE);
        var secrets = new Secrets();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                secrets.values.load(in);
            }
        } else if (!mayMake) {
            throw new StackProblem(
                    file + " is missing while there is a database: put your copy back, or begin anew with"
                            + " ./himaye run --fresh (this deletes the data)");
        }
        boolean added = false;
        for (String name : NAMES) {
            added |= secrets.values.putIfAbsent(name, random()) == null;
        }
        if (added) {
            write(file, secrets.values);
        }
        return secrets;
    }

    /** Begins a folder with passwords that its data will know. */
    static void begin(Path folder, Map<String, String> known) throws IOException {
        var values = new Properties();
        values.putAll(known);
        write(folder.resolve(FILE), values);
    }

    private static void write(Path file, Properties values) throws IOException {
        var text = new StringWriter();
        values.store(text, "Made by the first start. Not for any other machine.");
        PrivateFile.write(file, text.toString(), "rw-------");
    }

    String of(String name) {
        return values.getProperty(name);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

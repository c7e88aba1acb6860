package org.himaye.stack;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Properties;
import org.himaye.migrations.Installation;

/**
 * What an installation is: decided by its first start, kept in its folder, never changed by a later one.
 *
 * @param kind the demo or real data
 * @param tls whether every server speaks TLS, with certificates of the installation's own CA
 * @param address where people reach the pages, for example {@code https://cases.example.az}; empty for this machine alone
 * @param signIn where people reach the sign-in, empty together with the address
 */
record Settings(Installation kind, boolean tls, String address, String signIn) {

    Settings {
        if (address.isEmpty() != signIn.isEmpty()) {
            throw new StackProblem("HIMAYE_ADDRESS and HIMAYE_SIGNIN belong together: give both or none.");
        }
        if (!address.isEmpty() && !tls) {
            throw new StackProblem("Other machines reach Himaye over TLS only: add --tls.");
        }
        demandOrigin("HIMAYE_ADDRESS", address);
        demandOrigin("HIMAYE_SIGNIN", signIn);
    }

    private static void demandOrigin(String name, String value) {
        if (!value.isEmpty() && !value.matches("https://[a-z0-9.-]+(:[0-9]{1,5})?")) {
            throw new StackProblem(
                    name + " must look like https://cases.example.az, without a path, not \"" + value + "\".");
        }
    }

    /** As the command line and the environment ask for it. */
    static Settings wanted(Installation kind, boolean tls) {
        return new Settings(kind, tls, environment("HIMAYE_ADDRESS"), environment("HIMAYE_SIGNIN"));
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value.strip();
    }

    static boolean isSettled(Places places) {
        return Files.exists(places.installation());
    }

    /** What this folder is already, or what it becomes now. */
    static Settings settle(Places places, Settings wanted) throws IOException {
        if (!isSettled(places)) {
            wanted.write(places);
            return wanted;
        }
        Settings known = read(places);
        if (wanted.kind == Installation.PRODUCTION && known.kind == Installation.DEMO) {
            throw new StackProblem(
                    places.var()
                            + " holds the demo: choose an empty folder for real data with HIMAYE_VAR=/path ./himaye run --no-demo");
        }
        if (wanted.tls && !known.tls) {
            throw new StackProblem(
                    places.var() + " was begun without TLS: choose an empty folder with HIMAYE_VAR=/path,"
                            + " or restore a backup of it with ./himaye restore --tls");
        }
        if (!wanted.address.isEmpty() && !(wanted.address + wanted.signIn).equals(known.address + known.signIn)) {
            throw new StackProblem(
                    places.var() + " was begun for " + (known.address.isEmpty() ? "this machine alone" : known.address)
                            + ": an installation moves by backup and restore");
        }
        return known;
    }

    static Settings read(Places places) throws IOException {
        var known = new Properties();
        try (var in = Files.newBufferedReader(places.installation())) {
            known.load(in);
        }
        return new Settings(
                Installation.valueOf(
                        known.getProperty("kind", Installation.DEMO.name()).toUpperCase(Locale.ROOT)),
                Boolean.parseBoolean(known.getProperty("tls", "false")),
                known.getProperty("address", ""),
                known.getProperty("sign-in", ""));
    }

    void write(Places places) throws IOException {
        var values = new Properties();
        values.setProperty("kind", kind.name());
        values.setProperty("tls", String.valueOf(tls));
        values.setProperty("address", address);
        values.setProperty("sign-in", signIn);
        var text = new StringWriter();
        values.store(text, "Decided by the first start");
        PrivateFile.write(places.installation(), text.toString(), "rw-------");
    }
}

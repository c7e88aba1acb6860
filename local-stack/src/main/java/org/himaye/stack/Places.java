package org.himaye.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where things lie.
 *
 * @param root the checkout
 * @param var the state of one stack
 * @param servers unpacked servers; stacks of one checkout share them
 */
public record Places(Path root, Path var, Path servers) {

    private static final String MARK_OF_CHECKOUT = "himaye";

    /** The script reads in it how far the start is: it must outlive a fresh start. */
    private static final String LOG_OF_THIS_START = "launcher.log";

    /** The checkout above the working directory, state as the environment says. */
    public static Places ofThisCheckout() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(root.resolve(MARK_OF_CHECKOUT))) {
            root = root.getParent();
            if (root == null) {
                throw new StackProblem("Start this from inside a checkout of Himaye.");
            }
        }
        String chosen = System.getenv("HIMAYE_VAR");
        Path var = chosen == null || chosen.isBlank()
                ? root.resolve("var")
                : Path.of(chosen).toAbsolutePath().normalize();
        String shared = System.getenv("HIMAYE_SERVERS");
        Path servers = shared == null || shared.isBlank()
                ? var.resolve("servers")
                : Path.of(shared).toAbsolutePath().normalize();
        return new Places(root, var, servers);
    }

    Path ear() {
        return root.resolve("case-ear/target/himaye.ear");
    }

    Path archives() {
        return root.resolve("local-stack/target/servers");
    }

    public Path keys() {
        return var.resolve("keys");
    }

    Path clientKey() {
        return keys().resolve("client.jwk");
    }

    /** Certificates; made anew when they are lost, and nothing that is stored depends on them. */
    Path tls() {
        return var.resolve("tls");
    }

    Path secrets() {
        return var.resolve("secrets");
    }

    public Path log() {
        return var.resolve("log");
    }

    public Path run() {
        return var.resolve("run");
    }

    Path postgres() {
        return var.resolve("postgres");
    }

    Path keycloak() {
        return var.resolve("keycloak");
    }

    Path payara() {
        return var.resolve("payara");
    }

    void prepare() {
        try {
            Files.createDirectories(var);
            Files.setPosixFilePermissions(var, PosixFilePermissions.fromString("rwx------"));
            for (Path folder :
                    new Path[] {servers, secrets(), keys(), log(), run(), postgres(), keycloak(), payara()}) {
                Files.createDirectories(folder);
            }
            Files.setPosixFilePermissions(secrets(), PosixFilePermissions.fromString("rwx------"));
            Files.setPosixFilePermissions(keys(), PosixFilePermissions.fromString("rwx------"));
            for (Path folder : new Path[] {var, servers, postgres(), keycloak(), payara(), log(), run()}) {
                if (!Files.isWritable(folder)) {
                    throw notWritable(folder, null);
                }
            }
        } catch (IOException e) {
            throw notWritable(var, e);
        }
    }

    private static StackProblem notWritable(Path folder, IOException cause) {
        return new StackProblem(
                "Cannot write to " + folder + " as " + System.getProperty("user.name")
                        + ": give it to this user (chown -R), or choose another folder with HIMAYE_VAR=/path ./himaye run",
                cause);
    }

    /** Forgets everything this stack ever stored; the unpacked servers stay. */
    void forget() throws IOException {
        for (Path folder : new Path[] {postgres(), keycloak(), payara(), keys(), secrets(), tls()}) {
            delete(folder);
        }
        if (!Files.isDirectory(log())) {
            Files.deleteIfExists(installation());
            return;
        }
        try (Stream<Path> logs = Files.list(log())) {
            for (Path log :
                    logs.filter(file -> !file.endsWith(LOG_OF_THIS_START)).toList()) {
                delete(log);
            }
        }
        Files.deleteIfExists(installation());
    }

    Path installation() {
        return var.resolve("installation.properties");
    }

    /** Stands while a restore runs: what lies here then is no installation yet. */
    Path unfinishedRestore() {
        return var.resolve("restore.unfinished");
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

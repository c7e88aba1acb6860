package org.himaye.stack;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.himaye.migrations.Installation;

/** Keycloak, built once for all stacks of the checkout and started without its shell script, so that there is one process to watch. */
final class KeycloakServer {

    static final String NAME = "keycloak";
    private static final String RESCUE = "HIMAYE_RESCUE";
    private static final String IMPORTED = "realm.sha256";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--health-enabled=true", "--metrics-enabled=false");

    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx384m",
            "-XX:MetaspaceSize=96m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000",
            "-Djdk.tls.rejectClientInitiatedRenegotiation=true",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            // A connection is asked before it is used: else each one that the database closed meanwhile costs a
            // person the sign-in. Zero would be never.
            "-Dquarkus.datasource.jdbc.foreground-validation-interval=PT0.001S");

    private final Places places;
    private final Ports ports;
    private final Addresses addresses;
    private final HttpClient client;
    private final Secrets secrets;
    private final Installation installation;
    private final Path home;
    private final Path imported;

    KeycloakServer(Places places, Addresses addresses, Secrets secrets) {
        this.installation = addresses.settings().kind();
        this.places = places;
        this.addresses = addresses;
        this.ports = addresses.ports();
        this.client = addresses.client();
        this.secrets = secrets;
        this.home = places.keycloak().resolve("home");
        this.imported = imported(places);
    }

    /** The mark of the realm file that was imported. */
    static Path imported(Places places) {
        return places.keycloak().resolve(IMPORTED);
    }

    /** Unpacks and builds when that was never done. */
    void prepare() throws Exception {
        String name = "keycloak-" + Versions.keycloak() + "-"
                + Hash.of(String.join(" ", BUILD)).substring(0, 8);
        Path zip = places.archives().resolve("keycloak-quarkus-dist-" + Versions.keycloak() + ".zip");
        Path built = Archive.unpackOnce(zip, places.servers().resolve(name), this::build);
        Path mark = places.keycloak().resolve("home.version");
        if (!Hash.mark(mark).equals(name)) {
            Places.delete(home);
            link(built, home);
            Files.writeString(mark, name);
        }
        Realm.copyBeside(home);
        Places.delete(home.resolve("data/tmp"));
    }

    private void build(Path folder) throws IOException, InterruptedException {
        Path log = places.log().resolve("keycloak-build.log");
        var command = new ArrayList<>(jvm(folder));
        command.addAll(BUILD);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Thread end = Thread.ofPlatform().unstarted(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new StackProblem("Keycloak could not be built: see " + log);
        }
        Runtime.getRuntime().removeShutdownHook(end);
    }

    /** A folder of its own without a second copy on disk; nothing in it is written in place. */
    private static void link(Path source, Path target) throws IOException {
        try (Stream<Path> all = Files.walk(source)) {
            for (Path path : all.toList()) {
                Path twin = target.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(twin);
                } else {
                    linkOrCopy(path, twin);
                }
            }
        }
    }

    private static void linkOrCopy(Path path, Path twin) throws IOException {
        try {
            Files.createLink(twin, path);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(path, twin, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private List<String> jvm(Path folder) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-Dkc.home.dir=" + folder);
        command.add("-Djboss.server.config.dir=" + folder.resolve("conf"));
        command.add("-cp");
        command.add(folder.resolve("lib/quarkus-run.jar").toString());
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        return command;
    }

    private Map<String, String> environment() {
        return Map.of(
                "KC_DB_URL",
                addresses.database("keycloak", Map.of()),
                "KC_DB_USERNAME",
                "keycloak",
                "KC_DB_PASSWORD",
                secrets.of(Secrets.KEYCLOAK_DATABASE),
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                secrets.of(Secrets.KEYCLOAK_ADMIN));
    }

    /** An administrator of Keycloak for an hour of need, who can be made only by who can read the secrets of this installation. */
    void makeAdministrator(String name, String password) throws IOException, InterruptedException {
        var command = new ArrayList<>(jvm(home));
        command.addAll(List.of("bootstrap-admin", "user", "--optimized", "--username", name, "--password:env", RESCUE));
        Path log = places.log().resolve("keycloak-rescue.log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment());
        builder.environment().put(RESCUE, password);
        Process process = builder.start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new StackProblem("Keycloak did not make an administrator: see " + log);
        }
    }

    private List<String> listening() {
        if (addresses.certificates().isEmpty()) {
            return List.of("--http-enabled=true", "--http-port=" + ports.keycloak());
        }
        Certificates certificates = addresses.certificates().get();
        var options = new ArrayList<>(List.of(
                "--http-enabled=false",
                "--https-port=" + ports.keycloak(),
                "--https-certificate-file=" + certificates.certificate(),
                "--https-certificate-key-file=" + certificates.key(),
                "--https-protocols=TLSv1.3,TLSv1.2",
                "--https-cipher-suites=" + String.join(",", Certificates.CIPHERS),
                "--truststore-paths=" + certificates.authority()));
        if (addresses.behindProxy()) {
            options.addAll(List.of("--proxy-headers=xforwarded", "--proxy-trusted-addresses=127.0.0.1"));
        }
        return options;
    }

    Child start(Children children, String publicKeys) throws Exception {
        var realm = Realm.files(addresses, publicKeys);
        boolean importNeeded = !realm.isEmpty() && !Files.exists(imported);
        var command = new ArrayList<>(jvm(home));
        command.addAll(List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--http-host=127.0.0.1",
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + ports.keycloakManagement(),
                "--http-management-scheme=http",
                "--hostname=" + addresses.signIn(),
                "--db-pool-initial-size=1",
                "--db-pool-max-size=15"));
        command.addAll(listening());
        if (importNeeded) {
            writeImport(realm);
            command.add("--import-realm");
        }
        Child child = children.start(NAME, command, environment(), "");
        Waiting.until(
                () -> Waiting.get(client, "http://127.0.0.1:" + ports.keycloakManagement() + "/health/ready")
                        .filter(answer -> answer.statusCode() == 200)
                        .isPresent(),
                child,
                PATIENCE,
                places);
        if (importNeeded) {
            Files.writeString(imported, Realm.version(installation));
        }
        return child;
    }

    /**
     * Brings a realm file that changed since it was read into Keycloak, which runs. A demo's realm is replaced, because it holds
     * nobody but the demo's people; one with real people is left alone.
     *
     * @return what to tell the person at the keyboard, or empty when nothing was replaced
     */
    Optional<String> bringRealmUpToDate(String publicKeys) throws Exception {
        if (installation == Installation.PRODUCTION || !realmIsOlderThanItsFile(publicKeys)) {
            return Optional.empty();
        }
        var realm = Realm.files(addresses, publicKeys);
        new RealmAdministration(addresses, secrets).replace(Realm.whole(realm));
        Files.writeString(imported, Realm.version(installation));
        return Optional.of("The realm file changed: the demo's realm was replaced, everybody signs in anew");
    }

    private void writeImport(Map<String, String> realm) throws IOException {
        Path folder = home.resolve("data/import");
        Places.delete(folder);
        Files.createDirectories(folder);
        for (var file : realm.entrySet()) {
            PrivateFile.write(folder.resolve(file.getKey()), file.getValue(), "rw-------");
        }
    }

    /** A realm file that changed after it was imported has no effect on a realm that exists. */
    boolean realmIsOlderThanItsFile(String publicKeys) throws IOException {
        String mark = Hash.mark(imported);
        // The first landing's mark was made of the files with the addresses and the key of the stack put in.
        String ofFirstLanding = Hash.of(Realm.files(addresses, publicKeys).toString());
        return !mark.isEmpty() && !mark.equals(Realm.version(installation)) && !mark.equals(ofFirstLanding);
    }
}

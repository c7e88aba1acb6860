package org.himaye.stack;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.himaye.migrations.Installation;
import org.postgresql.Driver;

/** Payara with a domain of its own in var/ and the EAR in it. */
final class PayaraServer {

    static final String NAME = "payara";
    private static final String DOMAIN = "himaye";
    private static final String APPLICATION = "himaye";
    private static final long MAX_POST_BYTES = 33_554_432;
    private static final int NOT_FOUND = 404;
    private static final int DEMO_CASES = 120;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** The server's own way of keeping a password; it reads nothing else. */
    private static final int SALT_BYTES = 8;

    private static final int HASH_ROUNDS = 100;

    private final Places places;
    private final Ports ports;
    private final Addresses addresses;
    private final HttpClient client;
    private final Secrets secrets;
    private final Path home;
    private final Path domain;
    private final Path deployed;
    private final Path temporary;

    PayaraServer(Places places, Addresses addresses, Secrets secrets) {
        this.places = places;
        this.addresses = addresses;
        this.ports = addresses.ports();
        this.client = addresses.client();
        this.secrets = secrets;
        this.home = places.servers().resolve("payara-" + Versions.payara());
        this.domain = places.payara().resolve(DOMAIN);
        this.deployed = places.payara().resolve("deployed.sha256");
        this.temporary = places.payara().resolve("tmp");
    }

    void prepare() throws Exception {
        Archive.unpackOnce(places.archives().resolve("payara-" + Versions.payara() + ".zip"), home, folder -> {});
        if (!Files.isDirectory(domain)) {
            Path half = places.payara().resolve("half");
            Places.delete(half);
            copy(home.resolve("glassfish/domains/domain1"), half);
            Places.delete(half.resolve("docroot"));
            Files.createDirectories(half.resolve("docroot"));
            if (addresses.certificates().isPresent()) {
                // It could only be opened with the password that everybody knows.
                Files.deleteIfExists(half.resolve("config/domain-passwords"));
            }
            Files.move(half, domain, StandardCopyOption.ATOMIC_MOVE);
        }
        PrivateFile.write(domain.resolve("config/admin-keyfile"), adminKeyFile(), "rw-------");
        copyDriver();
        // Not the folder of the whole machine: what is in it goes with the next start, and the search for canaries
        // reads it.
        Places.delete(temporary);
        Files.createDirectories(temporary);
        if (!earIsDeployed()) {
            Places.delete(domain.resolve("applications"));
            Places.delete(domain.resolve("generated"));
        }
        configure();
    }

    private void configure() throws IOException {
        Path file = domain.resolve("config/domain.xml");
        DomainXml xml = DomainXml.read(file);
        xml.listenOnLoopbackOnly(ports.web(), ports.payaraAdmin());
        xml.hardenHttp(MAX_POST_BYTES);
        var options = new ArrayList<>(List.of(
                "-Xmx1g",
                // Whole from the beginning: G1 looks for garbage in the old part again and again while the heap it has
                // is half full.
                "-Xms1g",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+AllowArchivingWithJavaAgent",
                "-XX:+AutoCreateSharedArchive",
                // Which classes the archive leaves out is nobody's business here: 700 lines at each end.
                "-Xlog:cds*=off",
                // Outlives --fresh: writing it makes the first stop long.
                "-XX:SharedArchiveFile=" + places.run().resolve("payara.jsa"),
                "-Duser.timezone=UTC",
                "-Djava.io.tmpdir=" + temporary,
                "-Dhimaye.keys=" + places.keys(),
                "-Dhimaye.demo=" + (addresses.settings().kind() == Installation.DEMO),
                "-Dhimaye.demo.cases=" + demoCases(),
                "-Dhimaye.issuer=" + addresses.issuer(),
                "-Dhimaye.address=" + addresses.web(),
                "-Dhimaye.proxied=" + addresses.behindProxy(),
                "-Dhimaye.elsewhere=" + elsewhere(),
                "-Dhimaye.clamd=" + clamd(),
                "-Dhimaye.client.key=" + places.clientKey()));
        crash().ifPresent(point -> options.add("-Dhimaye.crash=" + point));
        xml.jvmOptions(
                List.of("-Xmx", "-Xms", "-Dhimaye.", "-Djava.io.tmpdir", "-XX:SharedArchiveFile", "-XX:NewRatio"),
                options);
        addresses
                .certificates()
                .ifPresent(each -> xml.serveTls(Certificates.SERVER, each.keyStore(), each.trustStore()));
        xml.pool("himaye", "jdbc/himaye", pool(20, false), database(Secrets.APP));
        xml.pool("himaye-log", "jdbc/himaye-log", pool(10, true), database(Secrets.APP));
        // One connection waits there for what changes in the index of names.
        xml.pool("himaye-listen", "jdbc/himaye-listen", pool(2, true), database(Secrets.APP));
        xml.pool("himaye-log-reader", "jdbc/himaye-log-reader", pool(5, true), database(Secrets.LOG_READER));
        // One connection is the sealer's as long as the server runs. Its statements are short, and while it waits for
        // an
        // answer that never comes nothing is sealed.
        Map<String, String> sealer = database(Secrets.LOG_SEALER);
        sealer.put("socketTimeout", "20");
        xml.pool("himaye-log-sealer", "jdbc/himaye-log-sealer", pool(3, true), sealer);
        if (!earIsDeployed()) {
            xml.forgetApplication(APPLICATION);
        }
        xml.write(file);
    }

    /** Short waits: when the database is away a page says so soon, and the next good connection is taken again. */
    private static Map<String, String> pool(int most, boolean nonTransactional) {
        var attributes = new TreeMap<String, String>();
        attributes.put("datasource-classname", "org.postgresql.ds.PGSimpleDataSource");
        attributes.put("res-type", "javax.sql.DataSource");
        attributes.put("steady-pool-size", "1");
        attributes.put("max-pool-size", String.valueOf(most));
        attributes.put("max-wait-time-in-millis", "5000");
        attributes.put("non-transactional-connections", String.valueOf(nonTransactional));
        attributes.put("is-connection-validation-required", "true");
        attributes.put("connection-validation-method", "custom-validation");
        attributes.put("validation-classname", "org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation");
        attributes.put("validate-atmost-once-period-in-seconds", "2");
        // Each column of a row was read by reflection, with a look for the method: a third of what sealing an event
        // cost.
        attributes.put("wrap-jdbc-objects", "false");
        // No isolation level: the database's own is meant, and whoever names one has the pool ask for it after each
        // use.
        return attributes;
    }

    private Map<String, String> database(String role) {
        var properties = new TreeMap<String, String>();
        properties.put("serverName", "127.0.0.1");
        properties.put("portNumber", String.valueOf(ports.postgres()));
        properties.put("databaseName", "himaye");
        properties.put("user", role);
        properties.put("password", secrets.of(role));
        properties.put("ApplicationName", "himaye");
        addresses.certificates().ifPresent(each -> {
            properties.put("sslMode", "verify-full");
            properties.put("sslRootCert", each.authority().toString());
        });
        properties.put("connectTimeout", "3");
        properties.put("socketTimeout", "60");
        // A constraint's message would else carry the values of the row.
        properties.put("logServerErrorDetail", "false");
        return properties;
    }

    private void copyDriver() throws IOException {
        try {
            Path driver = Path.of(Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Files.copy(driver, domain.resolve("lib/postgresql.jar"), StandardCopyOption.REPLACE_EXISTING);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without a password every account of this machine could administer the server. */
    private String adminKeyFile() {
        try {
            byte[] salt = new byte[SALT_BYTES];
            new SecureRandom().nextBytes(salt);
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(secrets.of(Secrets.PAYARA_ADMIN).getBytes(StandardCharsets.UTF_8));
            byte[] hash = digest.digest(salt);
            for (int i = 1; i < HASH_ROUNDS; i++) {
                hash = digest.digest(hash);
            }
            byte[] both = new byte[hash.length + SALT_BYTES];
            System.arraycopy(hash, 0, both, 0, hash.length);
            System.arraycopy(salt, 0, both, hash.length, SALT_BYTES);
            return "admin;{SSHA256}" + Base64.getEncoder().encodeToString(both) + ";asadmin\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> all = Files.walk(source)) {
            for (Path path : all.toList()) {
                Files.copy(
                        path, target.resolve(source.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    boolean earIsDeployed() throws IOException {
        return Hash.of(places.ear()).equals(Hash.mark(deployed));
    }

    /** Opens the stores of certificates; those that the server came with hold nothing of ours. */
    private String masterPassword() {
        return addresses.certificates().isPresent() ? secrets.of(Secrets.CERTIFICATES) : "changeit";
    }

    Child start(Children children) throws Exception {
        Child child = children.start(NAME, command(), Map.of(), "AS_ADMIN_MASTERPASSWORD=" + masterPassword() + "\n");
        if (earIsDeployed()) {
            Waiting.until(this::isReady, child, PATIENCE, places);
            return child;
        }
        Waiting.until(
                () -> Waiting.get(client, admin("/management/domain.json")).isPresent(), child, PATIENCE, places);
        return child;
    }

    /** The command that asadmin would run, asked once: a process of our own can be watched and ended for sure. */
    private List<String> command() throws IOException, InterruptedException {
        Path xml = domain.resolve("config/domain.xml");
        String java = System.getProperty("java.home");
        Path asked = places.payara().resolve("command.sha256");
        Path cached = places.payara().resolve("command");
        DomainXml current = DomainXml.read(xml);
        String key = Hash.of(java + home + current.allJvmOptions());
        if (!key.equals(Hash.mark(asked)) || !Files.exists(cached)) {
            PrivateFile.write(cached, String.join("\n", askCommand(java)), "rw-------");
            Files.writeString(asked, key);
        }
        return Files.readAllLines(cached);
    }

    private List<String> askCommand(String java) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Path.of(java, "bin", "java").toString(),
                        "-jar",
                        home.resolve("glassfish/lib/client/appserver-cli.jar").toString(),
                        "start-domain",
                        "--domaindir",
                        places.payara().toString(),
                        "--dry-run",
                        DOMAIN)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("AS_JAVA", java);
        Process process = builder.start();
        var lines = new ArrayList<String>();
        try (var reader = process.inputReader()) {
            reader.lines()
                    .dropWhile(line -> !line.endsWith("/bin/java"))
                    .takeWhile(line -> !line.isBlank())
                    .forEach(lines::add);
        }
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0 || lines.isEmpty()) {
            throw new StackProblem(
                    "Payara's domain in " + domain + " cannot be started: begin anew with ./himaye run --fresh");
        }
        return lines;
    }

    /** Gives the EAR to the running server. */
    void deploy() throws IOException, InterruptedException {
        Files.deleteIfExists(deployed);
        String hash = Hash.of(places.ear());
        var form = new TreeMap<String, String>();
        form.put("id", places.ear().toString());
        form.put("name", APPLICATION);
        form.put("force", "true");
        var body = new StringBuilder();
        form.forEach((key, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(key)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        String login = Base64.getEncoder()
                .encodeToString(("admin:" + secrets.of(Secrets.PAYARA_ADMIN)).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(admin("/management/domain/applications/application")))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + login)
                .header("X-Requested-By", "himaye")
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new StackProblem("The application was not accepted by the server: see "
                    + places.log().resolve(NAME + ".log") + "; it says " + answer.statusCode() + ": "
                    + firstLine(answer.body()));
        }
        Files.writeString(deployed, hash);
    }

    private static String firstLine(String body) {
        int most = 500;
        String line = body.replaceAll("(?s)<style.*?</style>|<[^>]*>", " ").replaceAll("\\s+", " ");
        return line.length() > most ? line.substring(0, most) + " …" : line;
    }

    /** Where quick exit ends. */
    private static String elsewhere() {
        String chosen = System.getenv("HIMAYE_ELSEWHERE");
        return chosen == null || chosen.isBlank() ? "https://weather.com/" : chosen.strip();
    }

    /** Where a test ends the server hard; never one of real people. */
    private Optional<String> crash() {
        return Optional.ofNullable(System.getenv("HIMAYE_CRASH"))
                .filter(point -> addresses.settings().kind() == Installation.DEMO);
    }

    /** Where ClamAV's daemon listens, {@code unix:/path} or {@code tcp:host:port}; empty where there is none. */
    private static String clamd() {
        String chosen = System.getenv("HIMAYE_CLAMD");
        return chosen == null ? "" : chosen.strip();
    }

    /** How many cases a demo begins with; tests choose fewer. */
    private static int demoCases() {
        String chosen = System.getenv("HIMAYE_DEMO_CASES");
        return chosen == null || chosen.isBlank() ? DEMO_CASES : Integer.parseInt(chosen.strip());
    }

    /** True while the application still makes its demo cases. */
    boolean isLoadingDemo() throws InterruptedException {
        return Waiting.get(client, web("/health/ready"))
                .filter(health -> health.body().contains("\"demoBusy\":\"true\""))
                .isPresent();
    }

    /**
     * The application answers and says that it is ready; before it is loaded the server's health page knows no check. Without the
     * key-encryption key it goes on with what stands in clear: whoever waited for the key would restart it without end.
     */
    boolean isReady() throws InterruptedException {
        return Waiting.get(client, web("/health/ready"))
                        .filter(health -> health.body().contains("\"himaye\""))
                        .filter(health -> health.statusCode() == 200 || lacksOnlyKeys(health.body()))
                        .isPresent()
                && pagesAnswer();
    }

    /** Checks of health answer while the pages are still being loaded, and an address then is an unknown one. */
    private boolean pagesAnswer() throws InterruptedException {
        return Waiting.get(client, web("/robots.txt"))
                .filter(answer -> answer.statusCode() != NOT_FOUND)
                .isPresent();
    }

    /** Whether the key-encryption key is missing or another installation's. */
    boolean lacksKeys() throws InterruptedException {
        return Waiting.get(client, web("/health/ready"))
                .filter(health -> lacksOnlyKeys(health.body()))
                .isPresent();
    }

    private static boolean lacksOnlyKeys(String health) {
        return health.contains("\"keys\":\"false\"")
                && Stream.of("database", "accessLog", "rowContext")
                        .allMatch(part -> health.contains("\"" + part + "\":\"true\""));
    }

    private String web(String path) {
        return addresses.here(ports.web()) + path;
    }

    private String admin(String path) {
        return "http://127.0.0.1:" + ports.payaraAdmin() + path;
    }
}

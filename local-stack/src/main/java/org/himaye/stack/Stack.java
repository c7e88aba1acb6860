package org.himaye.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.himaye.accesslog.LogExport;
import org.himaye.confidentiality.KeyEncryptionKey;
import org.himaye.confidentiality.NewOwnerKeys;
import org.himaye.keeping.AccessRecord;
import org.himaye.keeping.Manifest;
import org.himaye.migrations.Installation;

/**
 * PostgreSQL, Keycloak and Payara with the EAR, started together and ended together.
 *
 * <p>Tests take the one of their JVM by {@link #shared()}; it begins without data and ends with the JVM.
 */
public final class Stack implements AutoCloseable {

    /** From reading a row to showing it. */
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(60);

    /** A machine that does something else beside takes its time, and what it has done by then should not be lost. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static Stack shared;

    private final Places places;
    private final Ports ports;
    private final Settings settings;
    private final Addresses addresses;
    private final Progress progress;
    private final Children children;
    private final Secrets secrets;
    private final Keys keys;
    private final Database database;
    private final KeycloakServer keycloakServer;
    private final PayaraServer payaraServer;
    private final boolean firstStart;
    private boolean startedElsewhere;
    private Child keycloak;
    private Child payara;

    private Stack(Places places, Ports ports, Settings wanted, Progress progress)
            throws IOException, GeneralSecurityException {
        this.places = places;
        this.ports = ports;
        this.progress = progress;
        places.prepare();
        if (!Files.exists(places.ear())) {
            throw new StackProblem(places.ear() + " is missing: run ./himaye run, which builds it");
        }
        if (Files.exists(places.unfinishedRestore())) {
            throw new StackProblem(
                    "A restore into " + places.var() + " was broken off: do it again with ./himaye restore DIR");
        }
        this.settings = Settings.settle(places, wanted);
        this.children = new Children(places);
        boolean dataExists = Database.exists(places);
        this.secrets = Secrets.load(places.secrets(), !dataExists);
        this.keys = new Keys(places);
        keys.makeMissing(dataExists);
        if (SearchKey.makeMissing(places) && dataExists) {
            progress.say(
                    "There was no search.key: a new one is made. Put the old one back and start again, or people are found"
                            + " by document number and telephone only after they were saved again (docs/operations.md)");
        }
        this.firstStart = !dataExists;
        this.addresses = Addresses.of(settings, ports, places, secrets);
        this.database = new Database(places, addresses, secrets);
        this.keycloakServer = new KeycloakServer(places, addresses, secrets);
        this.payaraServer = new PayaraServer(places, addresses, secrets);
    }

    /**
     * A stack of this checkout on the ports and in the folder of the environment, begun without data; or, while tests are being
     * written, the one that already runs there: {@code HIMAYE_RUNNING=true}.
     */
    public static synchronized Stack shared() {
        if (shared == null) {
            Places places = Places.ofThisCheckout();
            Progress progress = new Progress(System.out);
            if (Boolean.parseBoolean(System.getenv("HIMAYE_RUNNING"))) {
                shared = create(places, portsOfEnvironment(), Settings.wanted(Installation.DEMO, false), progress);
                shared.startedElsewhere = true;
                return shared;
            }
            guarded(() -> {
                new Leftovers(places).end(progress);
                places.forget();
            });
            shared = create(places, portsOfEnvironment(), Settings.wanted(Installation.DEMO, false), progress);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(shared::close));
            shared.start();
        }
        return shared;
    }

    static Ports portsOfEnvironment() {
        String offset = System.getenv("HIMAYE_PORT_OFFSET");
        try {
            return new Ports(offset == null || offset.isBlank() ? 0 : Integer.parseInt(offset.strip()));
        } catch (NumberFormatException e) {
            throw new StackProblem("HIMAYE_PORT_OFFSET must be a number, not \"" + offset + "\".", e);
        }
    }

    static Stack create(Places places, Ports ports, Settings wanted, Progress progress) {
        try {
            return new Stack(places, ports, wanted, progress);
        } catch (IOException | GeneralSecurityException e) {
            throw new StackProblem(places.var() + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Returns when every page can be asked for. */
    void start() {
        ports.demandFree();
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var data = work(workers, () -> {
                progress.step("PostgreSQL runs", () -> {
                    children.demandGoingOn();
                    database.start();
                    return null;
                });
            });
            var schema = data.thenRunAsync(
                    unchecked(() -> progress.step("Schema is up to date", () -> {
                        new Upgrade(database, places, progress).run(settings.kind());
                        return null;
                    })),
                    workers);
            var signIn = work(
                            workers,
                            () -> progress.step("Keycloak is unpacked and built", () -> {
                                keycloakServer.prepare();
                                return null;
                            }))
                    .thenCombine(data, (a, b) -> null)
                    .thenRunAsync(
                            unchecked(() -> progress.step("Keycloak runs", () -> {
                                beginKeycloak();
                                return null;
                            })),
                            workers);
            var pages = work(
                            workers,
                            () -> progress.step("Payara is unpacked and configured", () -> {
                                payaraServer.prepare();
                                return null;
                            }))
                    .thenCombine(schema, (a, b) -> null)
                    .thenRunAsync(unchecked(this::beginPayara), workers);
            failFast(signIn, pages);
        } finally {
            workers.shutdownNow();
        }
    }

    private static void failFast(CompletableFuture<?>... all) {
        var failed = new CompletableFuture<Void>();
        for (var one : all) {
            one.whenComplete((result, problem) -> {
                if (problem != null) {
                    failed.completeExceptionally(problem);
                }
            });
        }
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(all), failed).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackProblem problem
                    ? problem
                    : new StackProblem("The start failed: " + e.getCause(), e.getCause());
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static CompletableFuture<Void> work(ExecutorService workers, Work work) {
        return CompletableFuture.runAsync(unchecked(work), workers);
    }

    private static Runnable unchecked(Work work) {
        return () -> {
            try {
                work.run();
            } catch (StackProblem e) {
                throw e;
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        };
    }

    private void beginKeycloak() throws Exception {
        keycloak = keycloakServer.start(children, keys.publicKeySet());
        watch(keycloak);
        keycloakServer.bringRealmUpToDate(keys.publicKeySet()).ifPresent(progress::say);
    }

    private void beginPayara() throws Exception {
        boolean kept = payaraServer.earIsDeployed();
        payara = progress.step(
                kept ? "Payara runs with the application of last time" : "Payara runs",
                () -> payaraServer.start(children));
        watch(payara);
        if (!kept) {
            progress.step("Application is deployed", () -> {
                payaraServer.deploy();
                return null;
            });
        }
        Waiting.until(payaraServer::isReady, payara, PATIENCE, places);
        if (payaraServer.lacksKeys()) {
            progress.line(places.keys().resolve("kek.json")
                    + " is missing or not the key of this data: only what stands in clear is shown and nothing sealed can"
                    + " be written. Put your newest copy back, no restart is needed; or begin anew with ./himaye run"
                    + " --fresh (this deletes the data)");
        }
        if (payaraServer.isLoadingDemo()) {
            progress.step("Demo is loaded", () -> {
                Waiting.until(() -> !payaraServer.isLoadingDemo(), payara, PATIENCE, places);
                return null;
            });
        }
    }

    private void watch(Child child) {
        child.onExit(() -> {
            if (children.isMeantToRun(child)) {
                progress.line(
                        child.name() + " ended by itself: see " + places.log().resolve(child.name() + ".log"));
            }
        });
    }

    /** Migrates and deploys into a stack that another launcher runs. */
    void update() {
        try {
            progress.step("Schema is up to date", () -> {
                new Upgrade(database, places, progress).run(settings.kind());
                return null;
            });
            progress.step("Application is deployed", () -> {
                payaraServer.deploy();
                return null;
            });
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!payaraServer.isReady()) {
                if (System.nanoTime() > end) {
                    throw new StackProblem("The application was not ready after " + PATIENCE.toSeconds() + " s: see "
                            + places.log().resolve("payara.log"));
                }
                Thread.sleep(Duration.ofMillis(200));
            }
        } catch (StackProblem e) {
            throw e;
        } catch (Exception e) {
            throw new StackProblem("The update failed: " + e.getMessage(), e);
        }
    }

    /** Brings a changed realm file into the Keycloak of a demo that another launcher runs. */
    void updateRealm() {
        guarded(() -> keycloakServer.bringRealmUpToDate(keys.publicKeySet()).ifPresent(progress::say));
    }

    /** One line when the sign-in realm of this installation is of an earlier landing than this source. */
    void tellOfOldRealm() throws IOException {
        if (keycloakServer.realmIsOlderThanItsFile(keys.publicKeySet())) {
            progress.line(
                    "The sign-in realm here is of an earlier version, and a realm with real people is never replaced:"
                            + " bring its changes in by hand, see docs/operations.md");
        }
    }

    boolean applicationIsCurrent() throws IOException {
        return payaraServer.earIsDeployed();
    }

    public URI address() {
        return addresses.address();
    }

    String signInConsole() {
        return addresses.signIn() + "/admin/";
    }

    public URI issuer() {
        return URI.create(addresses.issuer());
    }

    public Ports ports() {
        return ports;
    }

    public Places places() {
        return places;
    }

    Installation installation() {
        return settings.kind();
    }

    /** Whether there was no data before this start. */
    boolean isFirstStart() {
        return firstStart;
    }

    /** A connection that may do everything, for looking at the truth; not for preparing data. */
    public Connection superuser(String databaseName) throws SQLException {
        return database.superuser(databaseName);
    }

    /** Where {@link #superuser} connects, with user and password, for tests that run inside the server. */
    public String superuserUrl(String databaseName) {
        return addresses.database(databaseName, Map.of("user", "postgres", "password", secrets.of(Secrets.POSTGRES)));
    }

    /** As {@code ./himaye backup} does it, while this runs. */
    public Manifest backup(Path folder, Path backupKeys) {
        try {
            return new Keeper(places, ports, progress).backup(folder, backupKeys, true);
        } catch (IOException | SQLException e) {
            throw new StackProblem("The backup failed: " + e.getMessage(), e);
        }
    }

    /** As {@code ./himaye export-log} does it, while this runs. */
    public LogExport.Done exportLog(Path folder) {
        try {
            return new Keeper(places, ports, progress).exportLog(folder, true);
        } catch (IOException | SQLException e) {
            throw new StackProblem("The export failed: " + e.getMessage(), e);
        }
    }

    /** Keycloak's administrator, for tests of the realm as it runs. */
    public RealmAdministration realm() {
        return new RealmAdministration(addresses, secrets);
    }

    /** Of a stopped installation: a new key-encryption key. */
    long rekey() {
        long[] wrapped = new long[1];
        guarded(() -> {
            database.start();
            try (Connection himaye = database.superuser("himaye")) {
                AccessRecord.write(himaye, "keeping.keys", "ALLOWED", "KEK");
                wrapped[0] = new NewKek(places).bring(himaye, done -> progress.say(done + " keys are wrapped anew"));
            } finally {
                database.stop();
            }
        });
        return wrapped[0];
    }

    /**
     * New keys for owners. Of a stopped installation PostgreSQL runs as long as it takes.
     *
     * @param cases numbers; none means all owners that there are
     */
    NewOwnerKeys.Done newOwnerKeys(boolean running, List<String> cases) {
        NewOwnerKeys.Done[] done = new NewOwnerKeys.Done[1];
        guarded(() -> {
            if (!running) {
                database.start();
            }
            try (Connection himaye = database.superuser("himaye")) {
                var keys = new NewOwnerKeys(
                        himaye, KeyEncryptionKey.in(places.keys()), running ? LONGEST_REQUEST : Duration.ZERO);
                Set<UUID> owners = keys.ownersOf(cases);
                if (owners.isEmpty() && !cases.isEmpty()) {
                    throw new StackProblem("There is no case " + String.join(", ", cases));
                }
                AccessRecord.write(himaye, "keeping.keys", "ALLOWED", "OWNER_KEYS");
                done[0] = keys.bring(owners, values -> progress.say(values + " values are sealed again"));
            } finally {
                if (!running) {
                    database.stop();
                }
            }
        });
        return done[0];
    }

    /** Of an installation that is stopped: PostgreSQL runs as long as it takes. */
    void makeRescuer(String name, String password) {
        guarded(() -> {
            keycloakServer.prepare();
            database.start();
            try (Connection himaye = database.superuser("himaye")) {
                AccessRecord.write(himaye, "keeping.administrator", "ALLOWED", "RESCUE");
                keycloakServer.makeAdministrator(name, password);
            } finally {
                database.stop();
            }
        });
    }

    HttpClient client() {
        return addresses.client();
    }

    FirstAdministrator firstAdministrator() {
        return new FirstAdministrator(database, realm());
    }

    /** The password of {@code admin}, for tests that deploy into the server. */
    public String administratorPassword() {
        return secrets.of(Secrets.PAYARA_ADMIN);
    }

    /** PostgreSQL's files, complete while it is stopped. */
    public Path data() {
        return places.postgres().resolve(Database.DATA);
    }

    public void stopPostgres() {
        demandOwn();
        database.stop();
    }

    /** What it had promised must be there again after {@link #startPostgres}. */
    public void killPostgres() {
        demandOwn();
        guarded(database::kill);
    }

    private void demandOwn() {
        if (startedElsewhere) {
            throw new StackProblem("Only who started this stack may stop its servers.");
        }
    }

    /** Whether this object started the servers and may stop and start them. */
    public boolean isOwn() {
        return !startedElsewhere;
    }

    public void startPostgres() {
        guarded(database::start);
    }

    public void stopKeycloak() {
        demandOwn();
        children.stop(keycloak);
    }

    public void startKeycloak() {
        guarded(() -> progress.step("Keycloak runs", () -> {
            beginKeycloak();
            return null;
        }));
    }

    public void stopPayara() {
        children.stop(payara);
    }

    /** What it had answered must be in the log after {@link #startPayara}. */
    public void killPayara() {
        demandOwn();
        children.kill(payara);
    }

    public void startPayara() {
        guarded(this::beginPayara);
    }

    private static void guarded(Work work) {
        try {
            work.run();
        } catch (StackProblem e) {
            throw e;
        } catch (Exception e) {
            throw new StackProblem("The start failed: " + e.getMessage(), e);
        }
    }

    /** Ends what this object started and nothing else; may be called again. */
    @Override
    public void close() {
        children.stopAll();
        database.stop();
    }
}

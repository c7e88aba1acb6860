package org.himaye.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.himaye.accesslog.LogExport;
import org.himaye.confidentiality.KeyEncryptionKey;
import org.himaye.confidentiality.NewOwnerKeys;
import org.himaye.keeping.KeepingProblem;
import org.himaye.keeping.Manifest;
import org.himaye.keeping.Restore;
import org.himaye.migrations.Installation;

/** What {@code ./himaye run}, {@code stop}, {@code code}, {@code backup}, {@code export-log} and {@code restore} start, after the build. */
public final class Main {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String OLD_KEYS = "--old-keys";
    private static final String TLS = "--tls";
    private static final String RESCUER = "rescuer";
    private static final Logger ROOT = Logger.getLogger("");

    private final Places places = Places.ofThisCheckout();
    private final Progress progress = new Progress(System.out);

    private Main() {}

    public static void main(String[] args) throws Exception {
        ROOT.setLevel(Level.WARNING);
        try {
            List<String> all = Arrays.asList(args);
            switch (all.isEmpty() ? "" : all.getFirst()) {
                case "run" -> new Main().run(Set.copyOf(all.subList(1, all.size())));
                case "stop" -> new Main().stop();
                case "code" -> new Main().code(all.subList(1, all.size()));
                case "administrator" -> new Main().administrator(all.subList(1, all.size()));
                case "rescue" -> new Main().rescue();
                case "rekey" -> new Main().rekey();
                case "new-owner-keys" -> new Main().newOwnerKeys(all.subList(1, all.size()));
                case "backup" -> new Main().backup(all.subList(1, all.size()));
                case "export-log" -> new Main().exportLog(all.subList(1, all.size()));
                case "accept-log" -> new Main().acceptLog();
                case "restore" -> new Main().restore(all.subList(1, all.size()));
                default ->
                    throw new StackProblem(
                            "Say run, stop, code, administrator, rescue, rekey, new-owner-keys, backup, export-log, accept-log or restore.");
            }
        } catch (StackProblem | KeepingProblem e) {
            if (System.getenv("HIMAYE_DEBUG") != null) {
                e.printStackTrace();
            }
            System.out.flush();
            System.err.println("himaye: " + e.getMessage());
            System.exit(1);
        }
    }

    private Path launcher() {
        return places.run().resolve("launcher.pid");
    }

    private Path readyMark() {
        return places.run().resolve("ready");
    }

    private Optional<ProcessIdentity> running() {
        return ProcessIdentity.read(launcher()).filter(ProcessIdentity::isAlive);
    }

    private void run(Set<String> options) throws Exception {
        places.prepare();
        if (running().isPresent()) {
            if (options.contains("--fresh")) {
                throw new StackProblem("A stack runs on " + places.var() + ": end it first with ./himaye stop");
            }
            update();
            return;
        }
        var started = new CountDownLatch(1);
        ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow().write(launcher());
        Files.deleteIfExists(readyMark());
        new Leftovers(places).end(progress);
        if (options.contains("--fresh")) {
            demandDemo();
            places.forget();
        }
        var wanted = options.contains("--no-demo") ? Installation.PRODUCTION : Installation.DEMO;
        Stack stack = Stack.create(
                places, Stack.portsOfEnvironment(), Settings.wanted(wanted, options.contains(TLS)), progress);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(stack)));
        stack.start();
        progress.say("Ready");
        greet(stack);
        Files.writeString(readyMark(), stack.address() + "\n");
        try (Housekeeping housekeeping = Housekeeping.of(places, progress)) {
            housekeeping.begin();
            started.await();
        }
    }

    private void end(Stack stack) {
        try {
            progress.line("Stopping what was started here ...");
            stack.close();
            Files.deleteIfExists(readyMark());
            Files.deleteIfExists(launcher());
            progress.line("Stopped.");
        } catch (IOException | StackProblem e) {
            progress.line("Stopped, but: " + e.getMessage());
        }
    }

    private void demandDemo() throws IOException {
        if (holdsRealData()) {
            throw new StackProblem(places.var()
                    + " holds real data, which --fresh never deletes: remove the folder by hand if that is meant");
        }
    }

    private void update() throws IOException {
        if (!Files.exists(readyMark())) {
            throw new StackProblem(
                    "A stack is just starting on " + places.var() + ": wait for it, or end it with ./himaye stop");
        }
        Stack stack = Stack.create(places, Stack.portsOfEnvironment(), Settings.read(places), progress);
        if (stack.applicationIsCurrent()) {
            progress.line("Runs already, nothing changed.");
        } else {
            stack.update();
        }
        stack.updateRealm();
        greet(stack);
    }

    private void stop() throws IOException {
        var running = running();
        if (running.isPresent()) {
            running.get().end(PATIENCE);
            progress.line("Stopped.");
        } else if (Files.isDirectory(places.run())) {
            new Leftovers(places).end(progress);
            progress.line("Nothing else runs here.");
        } else {
            progress.line("Nothing runs here.");
        }
        Files.deleteIfExists(launcher());
        Files.deleteIfExists(readyMark());
    }

    /** Only the code, so that scripts can take it. */
    private void code(List<String> names) throws IOException {
        if (names.size() != 1) {
            throw new StackProblem("Say whose code: ./himaye code supervisor1");
        }
        if (holdsRealData()) {
            throw new StackProblem(places.var()
                    + " holds real data: codes are for the demo, real people read theirs on their own device");
        }
        SecondFactor factor = SecondFactor.of(names.getFirst())
                .orElseThrow(() -> new StackProblem(names.getFirst() + " signs in by password alone."));
        progress.line(factor.code(SecondFactor.window(Instant.now())));
    }

    private void administrator(List<String> words) throws IOException, SQLException {
        if (words.size() != 3) {
            throw new StackProblem("Say the account, the name and the institution:"
                    + " ./himaye administrator a.aliyeva \"Aygün Əliyeva\" \"Head office\"");
        }
        if (!holdsRealData() || running().isEmpty()) {
            throw new StackProblem("The first administrator comes into an installation for real data that runs:"
                    + " ./himaye run --no-demo --tls first");
        }
        Stack stack = Stack.create(places, Stack.portsOfEnvironment(), Settings.read(places), progress);
        String password = stack.firstAdministrator().invite(words.get(0), words.get(1), words.get(2));
        List.of(
                        "",
                        "Sign in at " + stack.address() + " as " + words.getFirst() + " with this password, once:",
                        "",
                        "    " + password,
                        "",
                        "You choose your own there and set up a second factor.",
                        "")
                .forEach(progress::line);
        stack.realm().removeItself();
        progress.line("Keycloak's administrator of the first start is removed.");
    }

    private void rescue() throws IOException {
        demandStopped();
        occupy();
        try {
            new Leftovers(places).end(progress);
            String password = FirstAdministrator.password();
            Stack stack = Stack.create(places, Stack.portsOfEnvironment(), Settings.read(places), progress);
            stack.makeRescuer(RESCUER, password);
            List.of(
                            "",
                            "Start with ./himaye run and sign in at " + stack.signInConsole() + " as " + RESCUER
                                    + " with",
                            "",
                            "    " + password,
                            "",
                            "Delete this account there as soon as you are done: it may do everything to everybody's way in.",
                            "")
                    .forEach(progress::line);
        } finally {
            Files.deleteIfExists(launcher());
        }
    }

    private void demandStopped() {
        if (!Settings.isSettled(places)) {
            throw new StackProblem("There is no installation in " + places.var());
        }
        if (running().isPresent()) {
            throw new StackProblem("Stop it first: ./himaye stop");
        }
    }

    private void rekey() throws IOException {
        demandStopped();
        occupy();
        try {
            new Leftovers(places).end(progress);
            long wrapped = Stack.create(places, Stack.portsOfEnvironment(), Settings.read(places), progress)
                    .rekey();
            List.of(
                            "",
                            wrapped + " keys are wrapped by the new key in "
                                    + places.keys()
                                            .resolve(
                                                    KeyEncryptionKey.isInToken(places.keys())
                                                            ? "pkcs11.properties"
                                                            : "kek.json")
                                    + ".",
                            "Copy it to its safe place now, and make a backup. The key before it stays and opens the backups of",
                            "its time; older ones need the keys files that were made with them. See docs/operations.md",
                            "")
                    .forEach(progress::line);
        } finally {
            Files.deleteIfExists(launcher());
        }
    }

    private void newOwnerKeys(List<String> cases) throws IOException {
        boolean running = running().isPresent();
        if (!running) {
            demandStopped();
            new Leftovers(places).end(progress);
            occupy();
        }
        try {
            NewOwnerKeys.Done done = Stack.create(places, Stack.portsOfEnvironment(), Settings.read(places), progress)
                    .newOwnerKeys(running, cases);
            progress.line("");
            progress.line(done.owners() + " owners have a new key, " + done.values() + " values were sealed again.");
            if (!done.kept().isEmpty()) {
                progress.line("The old key stays for " + done.kept().size()
                        + " of them, who have a value that does not open where it stands: " + done.kept());
            }
            progress.line("Make a backup now: older ones need the keys files that were made with them.");
            progress.line("");
        } finally {
            if (!running) {
                Files.deleteIfExists(launcher());
            }
        }
    }

    private boolean holdsRealData() throws IOException {
        return Settings.isSettled(places) && Settings.read(places).kind() == Installation.PRODUCTION;
    }

    private void backup(List<String> paths) throws IOException, SQLException {
        Path folder = folder(paths);
        Path keys = keys(paths);
        boolean running = running().isPresent();
        if (!running) {
            new Leftovers(places).end(progress);
            occupy();
        }
        try {
            Manifest manifest = keeper().backup(folder, keys, running);
            List.of(
                            "",
                            manifest.summary(),
                            "",
                            "Backup:  " + folder,
                            "Keys:    " + keys,
                            "",
                            "Take the keys to another place now: the two together open everything, the backup alone nothing.",
                            "Then delete older keys files: the newest opens older backups too, and only they still hold the keys of"
                                    + " people who were erased.",
                            "")
                    .forEach(progress::line);
        } finally {
            if (!running) {
                Files.deleteIfExists(launcher());
            }
        }
    }

    private void exportLog(List<String> paths) throws IOException, SQLException {
        if (paths.size() != 1) {
            throw new StackProblem("Say where: ./himaye export-log DIR");
        }
        Path folder = folder(paths);
        boolean running = running().isPresent();
        if (!running) {
            new Leftovers(places).end(progress);
            occupy();
        }
        try {
            LogExport.Done done = keeper().exportLog(folder, running);
            progress.line("");
            progress.line(done.size() + " entries of the access log are in " + folder
                    + ". They hold no value of a person, but ids"
                    + " of cases and who worked on them: give them to the auditor and to nobody else.");
            if (done.unsealed() > 0) {
                progress.line(done.unsealed() + " rows were found that nobody sealed: the file \"unsealed\" has them."
                        + " Somebody wrote past the application; tell the auditor.");
            }
            progress.line("");
        } finally {
            if (!running) {
                Files.deleteIfExists(launcher());
            }
        }
    }

    private void acceptLog() throws IOException, SQLException {
        boolean running = running().isPresent();
        if (!running) {
            new Leftovers(places).end(progress);
            occupy();
        }
        try {
            long entries = keeper().acceptLog(running);
            progress.line("");
            progress.line(
                    "The access log goes on from the " + entries + " entries that the database holds. Nobody held them"
                            + " against what was signed before: tell the auditor, who can (docs/operations.md).");
            progress.line("");
        } finally {
            if (!running) {
                Files.deleteIfExists(launcher());
            }
        }
    }

    private void restore(List<String> arguments) throws Exception {
        boolean oldKeys = arguments.contains(OLD_KEYS);
        List<String> paths =
                arguments.stream().filter(each -> !each.startsWith("--")).toList();
        if (running().isPresent()) {
            throw new StackProblem("A stack runs on " + places.var()
                    + ": choose an empty folder with HIMAYE_VAR=/path, or end it and move that folder away");
        }
        occupy();
        try {
            Restore restored = keeper().restore(folder(paths), keys(paths), oldKeys, arguments.contains(TLS));
            progress.line("");
            progress.line(restored.manifest().summary());
            if (restored.erased() > 0) {
                progress.line(restored.erased()
                        + " people, cases or referrals were erased since, and are erased here again.");
            }
            progress.line(
                    "What was done since is not in it: accounts closed since are open again. Who was erased after "
                            + restored.keysMade() + " is back. See docs/operations.md");
            progress.line("Everybody signs in anew. Start with ./himaye run"
                    + (restored.manifest().kind().equals("production") ? " --no-demo" : ""));
            progress.line("");
        } finally {
            Files.deleteIfExists(launcher());
        }
    }

    /** While this runs no other command begins on the same folder. */
    private void occupy() throws IOException {
        Files.createDirectories(places.run());
        ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow().write(launcher());
    }

    private Keeper keeper() {
        return new Keeper(places, Stack.portsOfEnvironment(), progress);
    }

    private static Path folder(List<String> paths) {
        if (paths.isEmpty() || paths.size() > 2) {
            throw new StackProblem(
                    "Say where: a folder for the backup and, if it shall not lie beside it, a file for the keys");
        }
        return Path.of(paths.getFirst()).toAbsolutePath().normalize();
    }

    /** Beside the backup when nothing else is said. */
    private static Path keys(List<String> paths) {
        Path folder = folder(paths);
        return paths.size() == 2
                ? Path.of(paths.getLast()).toAbsolutePath().normalize()
                : folder.resolveSibling(folder.getFileName() + ".keys");
    }

    private void greet(Stack stack) throws IOException {
        stack.tellOfOldRealm();
        progress.line("");
        if (stack.isFirstStart()) {
            progress.line(
                    "Keys were made in " + places.keys() + ". Copy that folder to a safe place, apart from the data:");
            progress.line(
                    "without kek.json nothing that is stored can ever be read again. ./himaye backup does it too.");
            progress.line("");
        }
        progress.line("Himaye:  " + stack.address());
        if (stack.installation() == Installation.DEMO) {
            SignIns.all().forEach(progress::line);
        }
        progress.line("");
    }
}

package org.himaye.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.himaye.migrations.Installation;

/** What {@code ./himaye run} and {@code ./himaye stop} start, after the build. */
public final class Main {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
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
                default -> throw new StackProblem("Say run or stop.");
            }
        } catch (StackProblem e) {
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
        Stack stack = Stack.create(places, Stack.portsOfEnvironment(), wanted, progress);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(stack)));
        stack.start();
        progress.say("Ready");
        greet(stack);
        Files.writeString(readyMark(), stack.address() + "\n");
        started.await();
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
        if (Files.exists(places.installation())
                && Files.readString(places.installation()).contains(Installation.PRODUCTION.name())) {
            throw new StackProblem(places.var()
                    + " holds real data, which --fresh never deletes: remove the folder by hand if that is meant");
        }
    }

    private void update() throws IOException {
        if (!Files.exists(readyMark())) {
            throw new StackProblem(
                    "A stack is just starting on " + places.var() + ": wait for it, or end it with ./himaye stop");
        }
        Stack stack = Stack.create(places, Stack.portsOfEnvironment(), Installation.DEMO, progress);
        if (stack.applicationIsCurrent()) {
            progress.line("Runs already, nothing changed.");
        } else {
            stack.update();
        }
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

    private void greet(Stack stack) {
        progress.line("");
        if (stack.isFirstStart()) {
            progress.line(
                    "Keys were made in " + places.keys() + ". Copy that folder to a safe place, apart from the data:");
            progress.line("without kek.json nothing that is stored can ever be read again.");
            progress.line("");
        }
        progress.line("Himaye:  " + stack.address());
        if (stack.installation() == Installation.DEMO) {
            SignIns.all().forEach(progress::line);
        }
        progress.line("");
    }
}

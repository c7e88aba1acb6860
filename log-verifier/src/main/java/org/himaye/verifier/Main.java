package org.himaye.verifier;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.himaye.verifier.log.DailyLine;
import org.himaye.verifier.log.LogVerifier;
import org.himaye.verifier.log.Report;
import org.himaye.verifier.note.Checkpoint;
import org.himaye.verifier.note.LogKeys;
import org.himaye.verifier.note.Malformed;
import org.himaye.verifier.proof.ProofFile;
import org.himaye.verifier.witness.WitnessCommand;

/** The programs of this jar: {@code verify}, {@code verify-proof}, {@code witness} and {@code checkpoint-line}. Exit codes are in docs/log-format.md. */
public final class Main {

    private static final int NOTHING_TO_CHECK = 2;
    private static final int BY_ITS_OWN_KEY = 4;
    private static final String KEY = "--key";
    private static final String WITNESS = "--witness";
    private static final String LINE = "--line";
    private static final String JSON = "--json";
    private static final String OWN_KEY = "--own-key";
    private static final String THREADS = "--threads";
    private static final String USAGE = """
            verify DIR [--key FILE | --own-key] [--witness FILE]... [--line "TEXT"]... [--json] [--threads N]
                    checks an exported log; --key is the log's key as it was handed over, a line for each if it had several, --witness a witness's own file,
                    --line a line that was printed or mailed; --own-key says that the folder's own key will do, and without either a sound log ends with 4
            witness DIR --log URL --token FILE [--key FILE] [--authority FILE] [--name NAME] [--every 60s]
                    follows a log and cosigns it; DIR is the witness's own folder, --key the log's key at the first run,
                    --authority the certificate of who signed the server's
            verify-proof FILE --key FILE
                    checks proofs of single events that somebody took from the auditor's desk
            checkpoint-line DIR [--key FILE]
                    the newest checkpoint in one line that can be printed, mailed and typed in again
            """;

    private Main() {}

    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(Arrays.asList(words), out, err));
    }

    /** @return the exit code */
    public static int run(List<String> words, PrintStream out, PrintStream err) {
        try {
            List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
            return switch (words.isEmpty() ? "" : words.getFirst()) {
                case "verify" -> verify(rest, out);
                case "witness" -> witness(rest, out, err);
                case "verify-proof" -> proofs(rest, out);
                case "checkpoint-line" -> line(rest, out);
                default -> throw new Unusable("say what to do:\n" + USAGE.stripTrailing());
            };
        } catch (Unusable e) {
            err.println("log-verifier: " + e.getMessage());
        } catch (Malformed e) {
            err.println("log-verifier: this cannot be read: " + e.getMessage());
        } catch (UncheckedIOException e) {
            err.println("log-verifier: a file cannot be read: " + e.getCause());
        }
        return NOTHING_TO_CHECK;
    }

    private static int verify(List<String> words, PrintStream out) {
        Arguments arguments = new Arguments(words, Set.of(JSON, OWN_KEY), Set.of(KEY, WITNESS, LINE, THREADS));
        Path folder = Path.of(arguments.only("folder"));
        LogKeys key = key(arguments, folder);
        LogVerifier verifier = new LogVerifier(folder, key);
        arguments.all(WITNESS).forEach(file -> verifier.with(Path.of(file)));
        arguments.all(LINE).forEach(line -> verifier.with(DailyLine.parse(line, key.name())));
        arguments.one(THREADS).ifPresent(number -> verifier.threads(threads(number)));
        Report report = verifier.verify();
        boolean given = arguments.one(KEY).isPresent();
        // Whoever made all of the folder anew made its key too: a script must not take that for proof by mistake.
        int code = report.exitCode() == 0 && !given && !arguments.has(OWN_KEY) ? BY_ITS_OWN_KEY : report.exitCode();
        if (arguments.has(JSON)) {
            out.print(report.json(code, given));
            return code;
        }
        out.print(report.text());
        if (!given) {
            out.println(
                    "The key is the folder's own, " + key + ": compare it with the one that was handed over on paper"
                            + (code == BY_ITS_OWN_KEY
                                    ? ", and give it with " + KEY + "; until then this ends with " + code
                                    : "")
                            + ".");
        }
        return code;
    }

    private static int proofs(List<String> words, PrintStream out) {
        Arguments arguments = new Arguments(words, Set.of(), Set.of(KEY));
        LogKeys key = LogVerifier.key(Path.of(arguments.needed(KEY)));
        return new ProofFile(key, out).check(Path.of(arguments.only("file of proofs")));
    }

    private static LogKeys key(Arguments arguments, Path folder) {
        return LogVerifier.key(arguments.one(KEY).map(Path::of).orElse(folder.resolve("log.vkey")));
    }

    private static int threads(String number) {
        if (!number.matches("[1-9][0-9]?")) {
            throw new Unusable(THREADS + " is a number from 1 to 99");
        }
        return Integer.parseInt(number);
    }

    private static int witness(List<String> words, PrintStream out, PrintStream err) {
        Arguments arguments =
                new Arguments(words, Set.of(), Set.of("--log", KEY, "--token", "--authority", "--name", "--every"));
        return new WitnessCommand(
                        Path.of(arguments.only("folder of the witness")),
                        address(arguments.needed("--log")),
                        arguments.one(KEY).map(Path::of),
                        Path.of(arguments.needed("--token")),
                        arguments.one("--authority").map(Path::of),
                        arguments.one("--name").orElseGet(() -> "himaye-witness/" + UUID.randomUUID()),
                        arguments.one("--every").map(Main::pause))
                .run(out, err);
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new Unusable("This is no address: " + text, e);
        }
    }

    private static Duration pause(String text) {
        if (!text.matches("[1-9][0-9]{0,5}[smh]")) {
            throw new Unusable("--every is a number with s, m or h, such as 60s");
        }
        return Duration.parse("PT" + text);
    }

    private static int line(List<String> words, PrintStream out) {
        Arguments arguments = new Arguments(words, Set.of(), Set.of(KEY));
        Path folder = Path.of(arguments.only("folder"));
        LogKeys key = key(arguments, folder);
        Checkpoint newest = LogVerifier.newest(folder, key);
        out.println(DailyLine.of(newest, LocalDate.now(ZoneOffset.UTC)).text(key.name()));
        return 0;
    }
}

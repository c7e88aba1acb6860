package org.himaye.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What the server's sealer of the log does at the moment, for a test that waits for it in vain: nobody sees it afterwards. */
final class Sealing {

    private static final String PART = ".LogSealing.";
    private static final int FRAMES = 12;

    private Sealing() {}

    /** In one line, which is what is left of a failed test in a short report. */
    static String now() {
        return Database.texts(
                                "select size || ' sealed until ' || sealed_seq || ', marked ' || coalesce(mark_seq::text, 'nothing')"
                                        + " || ', other transactions since ' || coalesce((select min(xact_start)::text || ' ' || min(state)"
                                        + " from pg_stat_activity where backend_xmin is not null and pid <> pg_backend_pid()), 'never')"
                                        + " from himaye.log_position")
                        .getFirst()
                + "; the thread: " + thread();
    }

    private static String thread() {
        try {
            String server = Files.readString(Himaye.stack().places().run().resolve("payara.pid"))
                    .split(" ")[0];
            Process asked = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            server,
                            "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            for (String each : new String(asked.getInputStream().readAllBytes()).split("\n\n")) {
                if (each.contains(PART)) {
                    return each.lines()
                            .filter(line -> line.contains("at "))
                            .limit(FRAMES)
                            .map(line -> line.strip()
                                    .replaceAll("^at (?:[\\w.@/]+/)?", "")
                                    .replaceAll("\\(.*", ""))
                            .collect(Collectors.joining(" < "));
                }
            }
            return "there is none";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.himaye.acceptance;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the application asks the database, as the database itself logs it while this is open. Parameters are never logged. */
final class Statements implements AutoCloseable {

    private static final Pattern STATEMENT = Pattern.compile(
            "^stmt\\|himaye_(?:app|log_reader)\\|LOG:  (?:execute [^:]*|statement): (.*?)(?=^stmt\\||\\z)",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile(
            "(?i)^(begin|commit|rollback|set |show |start transaction|select 1\\b)?\\s*$|^(begin|commit|rollback|set |show ).*");

    private static final String CONTEXT = "set_config('himaye.context'";

    /** What the server asks by itself, each minute or when the index is told of a name; whoever opens a page just then did not ask it. */
    private static final Pattern OWN =
            Pattern.compile("himaye\\.(?:take_)?provider_event|where provider_due is not null order by"
                    + "|^select \\S+ from himaye\\.search_entry ");

    private final Path log = Himaye.stack().places().log().resolve("postgresql.log");
    private long mark;

    Statements() {
        setting("log_line_prefix", "stmt|%u|");
        setting("log_statement", "all");
        reload();
        mark();
    }

    private static void setting(String name, String value) {
        Database.change("alter system set " + name + " = '" + value + "'");
    }

    private static void reload() {
        Database.change("select pg_reload_conf()");
    }

    void mark() {
        mark = log.toFile().length();
    }

    /**
     * Data statements since the mark; without session, event, keys, contexts, transaction control, what the server asks by itself, and
     * what the driver asks about columns once on a fresh connection.
     */
    List<String> data() {
        List<String> data = new ArrayList<>(all());
        data.removeIf(sql -> sql.contains("himaye.signin_session")
                || sql.contains("himaye.append_event")
                || sql.contains("himaye.sealing_key")
                || sql.contains("FROM pg_catalog.pg_class c JOIN")
                || OWN.matcher(sql).find()
                || sql.contains(CONTEXT));
        return data;
    }

    /** How often the database was told for whom a transaction works. */
    long contexts() {
        return all().stream().filter(sql -> sql.contains(CONTEXT)).count();
    }

    /** Transactions that were begun as such. */
    long transactions() {
        return STATEMENT
                .matcher(tail())
                .results()
                .filter(found -> found.group(1).strip().equalsIgnoreCase("begin"))
                .count();
    }

    /** Everything but transaction control and the pools' own questions. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        Matcher found = STATEMENT.matcher(tail());
        while (found.find()) {
            if (!CONTROL.matcher(found.group(1).strip()).matches()) {
                all.add(found.group(1).strip());
            }
        }
        return all;
    }

    private String tail() {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[(int) (file.length() - mark)];
            file.seek(mark);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Database.change("alter system reset log_line_prefix");
        Database.change("alter system reset log_statement");
        reload();
    }
}

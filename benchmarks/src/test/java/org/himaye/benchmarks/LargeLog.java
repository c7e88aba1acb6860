package org.himaye.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.himaye.stack.Stack;

/** A year of events below those of the stack, as a bulk load: {@code events.sql} says which. They have no leaves. */
final class LargeLog {

    private static final int MONTHS = 12;
    private static final int BUSY_DAYS = 30;
    private static final int LOADERS = 2;

    private final Stack stack;
    private final long events;
    private final long cases;

    /** @param cases how many there are, of which the events tell */
    LargeLog(Stack stack, long events, long cases) {
        this.stack = stack;
        this.events = events;
        this.cases = cases;
    }

    /** Into a stack that has written nothing but of this month. */
    void write() throws InterruptedException, SQLException {
        Instant now = Instant.now();
        YearMonth month =
                YearMonth.from(LocalDate.ofInstant(now, ZoneOffset.UTC)).minusMonths(MONTHS - 1L);
        List<Future<?>> loading = new ArrayList<>();
        try (ExecutorService loaders = Executors.newFixedThreadPool(LOADERS)) {
            for (int i = 0; i < MONTHS; i++) {
                YearMonth each = month.plusMonths(i);
                long from = events * i / MONTHS;
                long until = events * (i + 1) / MONTHS;
                loading.add(loaders.submit(() -> {
                    write(each, from, until, now);
                    return null;
                }));
            }
            for (Future<?> each : loading) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        try (Connection connection = stack.superuser("himaye");
                Statement statement = connection.createStatement()) {
            statement.execute("analyze himaye.access_event, himaye.access_event_case");
            statement.execute("checkpoint");
        }
    }

    /** But for this month, so that what is measured next has the memory and the disk. */
    void remove() throws SQLException {
        YearMonth month = YearMonth.now(ZoneOffset.UTC);
        try (Connection connection = stack.superuser("himaye");
                Statement statement = connection.createStatement()) {
            for (int i = 1; i < MONTHS; i++) {
                String name = name(month.minusMonths(i));
                statement.execute("drop table himaye.access_event" + name + ", himaye.access_event_case" + name);
            }
        }
    }

    private static String name(YearMonth month) {
        return String.format("_%d_%02d", month.getYear(), month.getMonthValue());
    }

    private void write(YearMonth month, long from, long until, Instant now) throws SQLException, IOException {
        boolean last = !month.atEndOfMonth().isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC));
        String name = name(month);
        String first = month.atDay(1) + "T00:00:00Z";
        String end = month.plusMonths(1).atDay(1) + "T00:00:00Z";
        try (Connection connection = stack.superuser("himaye");
                Statement statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            statement.execute("set synchronous_commit = off");
            statement.execute("set maintenance_work_mem = '512MB'");
            if (!last) {
                statement.execute(aside("access_event", name));
                statement.execute(aside("access_event_case", name));
            }
            statement.execute(script().replace("${events}", "himaye.access_event" + name)
                    .replace("${links}", "himaye.access_event_case" + name)
                    .replace("${from}", String.valueOf(from))
                    .replace("${until}", String.valueOf(until))
                    .replace("${all}", String.valueOf(events))
                    .replace("${cases}", String.valueOf(cases))
                    .replace("${first}", first)
                    .replace("${last}", last ? now.toString() : end)
                    .replace("${busy}", now.minusSeconds(BUSY_DAYS * 86_400L).toString()));
            for (String parent : new String[] {"access_event", "access_event_case"}) {
                if (!last) {
                    for (String index : indexes(statement, parent, name)) {
                        statement.execute(index);
                    }
                    statement.execute("alter table himaye." + parent + " attach partition himaye." + parent + name
                            + " for values from ('" + first + "') to ('" + end + "')");
                }
                statement.execute("vacuum (freeze, analyze) himaye." + parent + name);
            }
        }
    }

    private static String aside(String parent, String name) {
        return "create table himaye." + parent + name + " (like himaye." + parent
                + " including constraints); alter table himaye." + parent + name + " owner to himaye_owner";
    }

    /** Those of the whole table, for one month: attached, it has them already. */
    private static List<String> indexes(Statement statement, String parent, String name) throws SQLException {
        List<String> all = new ArrayList<>();
        String table = "himaye." + parent + name;
        try (ResultSet rows = statement.executeQuery("select pg_get_indexdef(indexrelid), indisprimary from pg_index"
                + " where indrelid = 'himaye." + parent + "'::regclass")) {
            while (rows.next()) {
                String index = rows.getString(1);
                all.add(
                        rows.getBoolean(2)
                                ? "alter table " + table + " add primary key " + index.substring(index.indexOf('('))
                                : index.replaceFirst("INDEX \\S+ ON ONLY \\S+", "INDEX ON " + table));
            }
        }
        return all;
    }

    private static String script() throws IOException {
        try (InputStream in = LargeLog.class.getResourceAsStream("events.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package org.himaye.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessEvent.Outcome;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Role;
import org.junit.jupiter.api.Test;

class AccessLogFilterTest {

    private static final AccessQuery.Cursor PLACE = new AccessQuery.Cursor(Instant.EPOCH, 7);

    @Test
    void noFilterIsNoCondition() {
        AccessLogFilter.Sql events = AccessLogFilter.of(AccessQuery.all()).events(false, 50);

        assertFalse(events.text().contains("where"));
        assertEquals(List.of(), events.values());
    }

    @Test
    void everyPlaceholderHasItsValue() {
        AccessQuery full = new AccessQuery(
                "V-7K3MQ2-X",
                "caseworker1",
                Role.CASEWORKER,
                DataClass.IDENTITY,
                Outcome.DENIED,
                Permission.CASE_READ,
                Action.VIEW,
                Purpose.CARE,
                AccessKind.NO_PURPOSE,
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2026, 9, 14),
                new AccessQuery.Page(PLACE, PLACE));
        everyPlaceholderHasItsValue(full);
        everyPlaceholderHasItsValue(new AccessQuery(
                null, "caseworker1", null, null, null, null, null, null, null, null, null, full.page()));
        everyPlaceholderHasItsValue(AccessQuery.ofCase("V-7K3MQ2-X", AccessQuery.Page.FIRST));
        everyPlaceholderHasItsValue(AccessQuery.ofCase("V-7K3MQ2-X", full.page()));
    }

    private static void everyPlaceholderHasItsValue(AccessQuery query) {
        AccessLogFilter page = AccessLogFilter.of(query).page(query.page());
        AccessLogFilter export = AccessLogFilter.of(query)
                .page(query.page())
                .settled(new AccessLogFilter.Settled(7, "1:1:"))
                .under(7);
        AccessLogFilter house = AccessLogFilter.of(query).ofHouse(UUID.randomUUID());
        for (AccessLogFilter filter : List.of(AccessLogFilter.of(query), page, export, house)) {
            for (AccessLogFilter.Sql sql :
                    List.of(filter.events(false, 50), filter.events(true, 50_000), filter.some(7), filter.count(9))) {
                assertEquals(
                        sql.values().size(),
                        sql.text().chars().filter(c -> c == '?').count(),
                        sql::text);
            }
        }
    }

    @Test
    void typedTextNeverBecomesSql() {
        String typed = "x' or '1'='1";
        AccessLogFilter filter = AccessLogFilter.of(
                new AccessQuery(typed, typed, null, null, null, null, null, null, null, null, null, null));

        AccessLogFilter.Sql events = filter.events(false, 50);
        assertFalse(events.text().contains("1'='1"));
        assertTrue(events.values().contains(typed));
    }

    @Test
    void spacesAndCaseOfANameDoNotMatter() {
        AccessLogFilter filter = AccessLogFilter.of(
                new AccessQuery(null, " Caseworker 1 ", null, null, null, null, null, null, null, null, null, null));

        assertEquals(List.of("caseworker1"), filter.events(false, 50).values());
    }

    @Test
    void daysBeginAndEndInBaku() {
        LocalDate day = LocalDate.of(2026, 9, 14);
        AccessLogFilter filter = AccessLogFilter.of(
                new AccessQuery(null, null, null, null, null, null, null, null, null, day, day, null));

        assertEquals(
                List.of(Instant.parse("2026-09-13T20:00:00Z"), Instant.parse("2026-09-14T20:00:00Z")),
                filter.events(false, 50).values());
    }
}

package org.himaye.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
        assertEquals("", AccessLogFilter.of(AccessQuery.all()).where());
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
        AccessLogFilter filter =
                AccessLogFilter.of(full).page(full.page()).notAfter(PLACE).under(7);

        assertEquals(
                filter.values().size(),
                (filter.from() + filter.where()).chars().filter(c -> c == '?').count());
    }

    @Test
    void typedTextNeverBecomesSql() {
        String typed = "x' or '1'='1";
        AccessLogFilter filter = AccessLogFilter.of(
                new AccessQuery(typed, typed, null, null, null, null, null, null, null, null, null, null));

        assertFalse(filter.where().contains("1'='1"));
        assertTrue(filter.values().contains(typed));
    }

    @Test
    void spacesAndCaseOfANameDoNotMatter() {
        AccessLogFilter filter = AccessLogFilter.of(
                new AccessQuery(null, " Caseworker 1 ", null, null, null, null, null, null, null, null, null, null));

        assertEquals(List.of("caseworker1"), filter.values());
    }

    @Test
    void daysBeginAndEndInBaku() {
        LocalDate day = LocalDate.of(2026, 9, 14);
        AccessLogFilter filter = AccessLogFilter.of(
                new AccessQuery(null, null, null, null, null, null, null, null, null, day, day, null));

        assertEquals(
                List.of(Instant.parse("2026-09-13T20:00:00Z"), Instant.parse("2026-09-14T20:00:00Z")), filter.values());
    }
}

package org.himaye.web.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** How near a deadline is, for the chip: late, today, soon (within three days), far, met. */
public record Deadline(Nearness nearness, long count, Instant due) {

    /** Word and sign of the chip; colour is never alone. */
    public enum Nearness {
        LATE("late", "pi-exclamation-circle"),
        LATE_TODAY("late", "pi-exclamation-circle"),
        TODAY("today", "pi-stopwatch"),
        SOON("soon", "pi-clock"),
        FAR("far", "pi-calendar"),
        MET("met", "pi-check");

        private final String look;
        private final String icon;

        Nearness(String look, String icon) {
            this.look = look;
            this.icon = icon;
        }

        public String getLook() {
            return look;
        }

        public String getIcon() {
            return icon;
        }
    }

    private static final int SOON_DAYS = 3;

    static Deadline of(Instant due, Instant met, Instant now) {
        if (met != null) {
            return new Deadline(Nearness.MET, 0, met);
        }
        LocalDate today = LocalDate.ofInstant(now, Writing.ZONE);
        long days = ChronoUnit.DAYS.between(today, LocalDate.ofInstant(due, Writing.ZONE));
        if (due.isBefore(now)) {
            return days == 0
                    ? new Deadline(
                            Nearness.LATE_TODAY,
                            Math.max(1, Duration.between(due, now).toHours()),
                            due)
                    : new Deadline(Nearness.LATE, -days, due);
        }
        return new Deadline(days == 0 ? Nearness.TODAY : days <= SOON_DAYS ? Nearness.SOON : Nearness.FAR, days, due);
    }

    /** Takes an instant, a moment or a day (which ends at midnight in Baku). */
    static Instant instant(Object time) {
        return switch (time) {
            case null -> null;
            case Instant instant -> instant;
            case ZonedDateTime moment -> moment.toInstant();
            case LocalDate day ->
                day.plusDays(1).atStartOfDay(Writing.ZONE).toInstant().minusSeconds(1);
            default ->
                throw new IllegalArgumentException(
                        "not a time: " + time.getClass().getName());
        };
    }
}

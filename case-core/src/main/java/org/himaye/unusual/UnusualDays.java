package org.himaye.unusual;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.himaye.accesslog.LoggedDay;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Configuration;
import org.himaye.shared.RowContext;
import org.himaye.shared.ShortTransaction;

/** Which day comes next, and the numbers by which it is judged. */
@Dependent
class UnusualDays {

    @Inject
    private UnusualRepository rows;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private Configuration configuration;

    @Inject
    private LoggedDay log;

    @Inject
    private BusinessClock clock;

    /** The first day that is over and was not looked at; none before the last {@link UnusualTerms#DAYS_BEFORE} when there was no round yet. */
    Optional<LocalDate> next() {
        LocalDate today = clock.today();
        return last().map(day -> day.plusDays(1))
                .or(() -> log.first().map(first -> later(first, today.minusDays(UnusualTerms.DAYS_BEFORE))))
                .filter(day -> day.isBefore(today));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private Optional<LocalDate> last() {
        return Optional.ofNullable(transaction.readAs(RowContext.Job.UNUSUAL, rows::lookedUntil));
    }

    UnusualTerms terms() {
        return transaction.readAs(
                RowContext.Job.UNUSUAL,
                () -> new UnusualTerms(
                        configuration.number("unusual.volume.floor"),
                        configuration.number("unusual.volume.factor"),
                        configuration.number("unusual.night.from"),
                        configuration.number("unusual.night.until"),
                        configuration.number("unusual.refusals.hour"),
                        configuration.number("unusual.refusals.day"),
                        configuration.number("unusual.tie.lot")));
    }
}

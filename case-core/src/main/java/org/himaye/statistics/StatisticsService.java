package org.himaye.statistics;

import static org.himaye.confidentiality.DataClass.STATISTICAL;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Purpose;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.RowContext;
import org.himaye.shared.ShortTransaction;

/** The fixed tables. Each was checked before it was offered; nobody can ask a question of their own. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StatisticsService {

    /** Years that the table goes back, the current one included. */
    static final int YEARS = 5;

    @Inject
    private StatisticsRepository repository;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private ActRecord record;

    @Inject
    private BusinessClock clock;

    /**
     * Cases by the year in which they were opened and the sex that the person told; counting unit: case; level INTERNAL. Holds
     * complete quarters only, so that it changes four times a year and not with each case.
     */
    @Act(value = Permission.STATISTICS_READ, action = Action.LIST, targetless = true)
    public CasesByYear casesByYear() {
        LocalDate until = quarterStart(clock.today());
        int last = until.minusDays(1).getYear();
        List<Integer> years =
                IntStream.rangeClosed(last - YEARS + 1, last).boxed().toList();
        int[][] counts = transaction.readAs(RowContext.Job.STATISTICS, () -> repository.casesByYear(years, until));
        record.forPurpose(Purpose.STATISTICS);
        record.field("case_file", "openedAt", STATISTICAL);
        record.field("person", "sex", STATISTICAL);
        record.rows(years.size());
        return CasesByYear.of(years, counts, until);
    }

    private static LocalDate quarterStart(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }
}

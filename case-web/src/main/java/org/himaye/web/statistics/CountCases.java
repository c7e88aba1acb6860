package org.himaye.web.statistics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.himaye.statistics.CasesByYear;
import org.himaye.statistics.StatisticsService;
import org.himaye.statistics.Suppression;
import org.himaye.web.shared.Messages;

/** The fixed table of cases by year. */
@Named
@RequestScoped
public class CountCases {

    @Inject
    private StatisticsService statistics;

    @Inject
    private Messages messages;

    private CasesByYear table;

    public void load() {
        table = statistics.casesByYear();
    }

    public CasesByYear getTable() {
        return table;
    }

    /** Last day that is counted. */
    public LocalDate getUntil() {
        return table.until().minusDays(1);
    }

    public String text(Suppression.Cell cell) {
        return switch (cell.shown()) {
            case COUNT -> Integer.toString(cell.count());
            case SMALL -> "<" + table.k();
            case WITHHELD -> messages.get("statistics_cases.s");
            case IMPOSSIBLE -> "–";
        };
    }
}

package org.himaye.statistics;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Tuples;

@Dependent
class StatisticsRepository {

    private static final String CASES_BY_YEAR = """
            select counted.year, counted.sex_group, sum(counted.cases)::int as cases from (
              select extract(year from c.opened_at at time zone 'Asia/Baku')::int as year,
                     case when p.sex in ('FEMALE', 'MALE') then p.sex else 'OTHER_OR_UNDISCLOSED' end as sex_group,
                     1 as cases
                from himaye.case_file c join himaye.person p on p.id = c.person_id
               where c.opened_at >= :first and c.opened_at < :until
              union all
              select extract(year from e.opened_quarter)::int, e.sex_group, e.cases
                from himaye.erased_count e
               where e.opened_quarter >= :firstDay and e.opened_quarter < :untilDay) counted
             group by 1, 2
            """;

    @PersistenceContext
    private EntityManager entityManager;

    /** Counts of cases, those that were erased among them, one row a year as given, one column a {@link CasesByYear.SexGroup}. */
    int[][] casesByYear(List<Integer> years, LocalDate until) {
        int[][] counts = new int[years.size()][CasesByYear.SexGroup.values().length];
        LocalDate first = LocalDate.of(years.get(0), 1, 1);
        Tuples.of(entityManager
                        .createNativeQuery(CASES_BY_YEAR, Tuple.class)
                        .setParameter(
                                "first", first.atStartOfDay(BusinessClock.ZONE).toInstant())
                        .setParameter(
                                "until", until.atStartOfDay(BusinessClock.ZONE).toInstant())
                        .setParameter("firstDay", first)
                        .setParameter("untilDay", until))
                .forEach(t -> counts[years.indexOf(t.get("year", Integer.class))][
                                CasesByYear.SexGroup.valueOf(t.get("sex_group", String.class))
                                        .ordinal()] =
                        t.get("cases", Integer.class));
        return counts;
    }
}

package org.himaye.plan;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.himaye.assessment.NeedArea;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PageOf;

/** Adds up the counts of the caseload statement, by case and by component. */
final class CaseloadCount {

    private final Map<UUID, Caseload.CaseProgress> byCase = new LinkedHashMap<>();
    private final Map<NeedArea, Map<GoalRating, Integer>> byComponent = new EnumMap<>(NeedArea.class);

    private CaseloadCount() {
        NeedArea.COMPONENTS.forEach(area -> byComponent.put(area, none()));
    }

    static Caseload of(List<Tuple> rows, int size, PageAsked asked) {
        CaseloadCount count = new CaseloadCount();
        rows.forEach(count::add);
        return new Caseload(
                count.byCase.size(),
                PageOf.within(List.copyOf(count.byCase.values()), size, asked, Caseload.CaseProgress::place),
                count.byComponent);
    }

    private void add(Tuple row) {
        GoalRating rating = GoalRating.valueOf(row.get("rating", String.class));
        int goals = row.get("goals", Number.class).intValue();
        byCase.computeIfAbsent(row.get("id", UUID.class), id -> line(id, row))
                .goals()
                .merge(rating, goals, Integer::sum);
        byComponent.get(NeedArea.valueOf(row.get("component", String.class))).merge(rating, goals, Integer::sum);
    }

    private static Caseload.CaseProgress line(UUID id, Tuple row) {
        return new Caseload.CaseProgress(
                id,
                row.get("person_id", UUID.class),
                row.get("case_number", String.class),
                row.get("pseudonym", String.class),
                row.get("display_name", String.class),
                row.get("started_on", LocalDate.class),
                row.get("due_at", Instant.class),
                none());
    }

    private static Map<GoalRating, Integer> none() {
        Map<GoalRating, Integer> none = new EnumMap<>(GoalRating.class);
        for (GoalRating rating : GoalRating.values()) {
            none.put(rating, 0);
        }
        return none;
    }
}

package org.himaye.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Says of which goal something is: found before the gate opens a page's rows, and opened with them. */
@Dependent
public class PlanGoals {

    /** What tells one goal from another. */
    public static final Set<String> SHOWN = Set.of("component", "aim");

    @Inject
    private PlanRepository plans;

    /** The goal of each of these rows, which are goals or actions; rows of another kind are absent. */
    public Map<UUID, PlanGoal> of(Collection<UUID> rows) {
        return rows.isEmpty() ? Map.of() : plans.goalsOf(rows);
    }
}

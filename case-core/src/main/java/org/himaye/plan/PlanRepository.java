package org.himaye.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.himaye.casefile.CaseFacts;
import org.himaye.shared.Tuples;

@Dependent
class PlanRepository {

    /** Everything below a version comes with one statement: at most seven components, a few goals, a few actions each. */
    private static final String TREE =
            "select c, g, a from PlanComponent c left join PlanGoal g on g.planId = c.planId and g.component = c.component"
                    + " and g.removedAt is null left join PlanAction a on a.goalId = g.id and a.removedAt is null"
                    + " where c.planId = :plan";

    private static final String GOALS_OF =
            "select g, a.id as action from PlanGoal g left join PlanAction a on a.goalId = g.id and a.id in :rows"
                    + " where g.id in :rows or a.id in :rows";

    /** Only plans in force, of cases that the institution answers for; the counts are made in SQL. */
    private static final String CASELOAD = """
            select c.id, c.person_id, c.case_number, p.pseudonym, pl.started_on, d.due_at, s.display_name,
                   g.component, g.rating, count(g.id) as goals
              from himaye.rehabilitation_plan pl
              join himaye.case_file c on c.id = pl.case_id
              join himaye.person p on p.id = c.person_id
              join himaye.plan_goal g on g.plan_id = pl.id and g.removed_at is null
              left join himaye.case_deadline d on d.case_id = c.id and d.kind = 'PROGRESS_REVIEW' and d.met_at is null
              left join himaye.case_assignment pa
                     on pa.case_id = c.id and pa.function = 'PRIMARY' and pa.assigned_until is null
              left join himaye.staff s on s.sub = pa.staff_sub
             where c.institution_id = :institution and pl.status in ('ACTIVE', 'IN_REVISION')
             group by c.id, c.person_id, c.case_number, p.pseudonym, pl.started_on, d.due_at, s.display_name,
                      g.component, g.rating
             order by d.due_at nulls last, c.id
            """;

    @PersistenceContext
    private EntityManager entityManager;

    /** One version with its reviews, newest first. */
    record Head(RehabilitationPlan plan, List<PlanReview> reviews) {}

    Optional<RehabilitationPlan> find(UUID id) {
        return Optional.ofNullable(entityManager.find(RehabilitationPlan.class, id));
    }

    /** The newest version of the case. */
    Optional<Head> newest(UUID caseId) {
        List<Object[]> found = entityManager
                .createQuery(
                        "select p, r from RehabilitationPlan p left join PlanReview r on r.planId = p.id"
                                + " where p.caseId = :case and p.planVersion = (select max(q.planVersion)"
                                + " from RehabilitationPlan q where q.caseId = :case) order by r.createdAt desc",
                        Object[].class)
                .setParameter("case", caseId)
                .getResultList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Head((RehabilitationPlan) found.get(0)[0], List.copyOf(distinct(found, 1, PlanReview.class))));
    }

    /** All versions, newest first; a case has few. */
    List<RehabilitationPlan> versions(UUID caseId) {
        return entityManager
                .createQuery(
                        "select p from RehabilitationPlan p where p.caseId = :case order by p.planVersion desc",
                        RehabilitationPlan.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    PlanRows rows(CaseFacts facts, RehabilitationPlan plan, List<PlanReview> reviews, List<PlanRating> ratings) {
        List<Object[]> tree = entityManager
                .createQuery(TREE, Object[].class)
                .setParameter("plan", plan.id())
                .getResultList();
        return new PlanRows(
                facts,
                plan,
                reviews,
                sorted(distinct(tree, 0, PlanComponent.class), Comparator.comparing(PlanComponent::component)),
                sorted(distinct(tree, 1, PlanGoal.class), Comparator.comparingInt(PlanGoal::position)),
                sorted(distinct(tree, 2, PlanAction.class), Comparator.comparingInt(PlanAction::position)),
                ratings);
    }

    /** Newest first. */
    List<PlanRating> ratings(UUID planId) {
        return entityManager
                .createQuery(
                        "select r from PlanRating r where r.planId = :plan order by r.createdAt desc", PlanRating.class)
                .setParameter("plan", planId)
                .setMaxResults(500)
                .getResultList();
    }

    List<Tuple> caseload(UUID institution) {
        return Tuples.of(
                entityManager.createNativeQuery(CASELOAD, Tuple.class).setParameter("institution", institution));
    }

    void add(Object row) {
        entityManager.persist(row);
    }

    private static <T> Set<T> distinct(List<Object[]> rows, int column, Class<T> type) {
        Set<T> found = new LinkedHashSet<>();
        rows.stream()
                .map(r -> r[column])
                .filter(Objects::nonNull)
                .map(type::cast)
                .forEach(found::add);
        return found;
    }

    private static <T> List<T> sorted(Collection<T> rows, Comparator<T> order) {
        return rows.stream().sorted(order).toList();
    }

    /** By the id of each goal and of each action among these. */
    Map<UUID, PlanGoal> goalsOf(Collection<UUID> rows) {
        Map<UUID, PlanGoal> goals = new HashMap<>();
        List<Tuple> found = entityManager
                .createQuery(GOALS_OF, Tuple.class)
                .setParameter("rows", rows)
                .getResultList();
        for (Tuple each : found) {
            PlanGoal goal = each.get(0, PlanGoal.class);
            goals.put(goal.id(), goal);
            Optional.ofNullable(each.get(1, UUID.class)).ifPresent(action -> goals.put(action, goal));
        }
        return goals;
    }
}

package org.himaye.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.himaye.assessment.NeedArea;
import org.himaye.casefile.CaseFacts;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.shared.BusinessClock;

/** Turns the rows of a draft into the form's entry and the entry back into rows. */
@Dependent
class PlanDrafts {

    @Inject
    private PlanRepository plans;

    @Inject
    private Gate gate;

    @Inject
    private CurrentCaller caller;

    @Inject
    private BusinessClock clock;

    /** The entry for the form; the seven components are always there. */
    static PlanEntry entry(PlanRows rows, Map<UUID, RevealedRow> opened) {
        Map<NeedArea, PlanComponent> byArea = new EnumMap<>(NeedArea.class);
        rows.components().forEach(c -> byArea.put(c.component(), c));
        RehabilitationPlan plan = rows.plan();
        return new PlanEntry(
                plan == null ? UUID.randomUUID() : plan.id(),
                plan == null ? null : plan.version(),
                NeedArea.COMPONENTS.stream()
                        .map(area -> byArea.containsKey(area)
                                ? component(rows, byArea.get(area), opened)
                                : new PlanEntry.Component(area, null, null, null, List.of()))
                        .toList());
    }

    private static PlanEntry.Component component(
            PlanRows rows, PlanComponent component, Map<UUID, RevealedRow> opened) {
        RevealedRow row = opened.get(component.id());
        return new PlanEntry.Component(
                component.component(),
                row.value("decision", PlanDecision.class),
                row.value("decidedOn", LocalDate.class),
                row.text("reason"),
                rows.goalsOf(component).stream()
                        .map(goal -> goal(rows, goal, opened))
                        .toList());
    }

    private static PlanEntry.Goal goal(PlanRows rows, PlanGoal goal, Map<UUID, RevealedRow> opened) {
        RevealedRow row = opened.get(goal.id());
        return new PlanEntry.Goal(
                goal.id(),
                row.text("aim"),
                row.text("indicator"),
                row.value("targetDate", LocalDate.class),
                rows.actionsOf(goal).stream()
                        .map(a -> action(opened.get(a.id())))
                        .toList());
    }

    private static PlanEntry.Action action(RevealedRow row) {
        return new PlanEntry.Action(
                row.rowId(),
                row.text("what"),
                row.value("responsible", Responsible.class),
                row.text("responsibleName"),
                row.value("due", LocalDate.class));
    }

    /** Writes what changed; what is no longer in the entry is marked as removed. */
    void write(CaseFacts facts, RehabilitationPlan plan, PlanEntry entry) {
        PlanRows stored = plans.rows(facts, plan, List.of(), List.of());
        Map<NeedArea, PlanComponent> components =
                stored.components().stream().collect(Collectors.toMap(PlanComponent::component, Function.identity()));
        Map<UUID, PlanGoal> goals =
                stored.goals().stream().collect(Collectors.toMap(PlanGoal::id, Function.identity()));
        Map<UUID, PlanAction> actions =
                stored.actions().stream().collect(Collectors.toMap(PlanAction::id, Function.identity()));
        for (PlanEntry.Component component : entry.components()) {
            writeComponent(facts, plan, component, components.get(component.area()));
            int position = 0;
            for (PlanEntry.Goal goal : component.goals()) {
                writeGoal(facts, plan, component.area(), goal, position++, goals.remove(goal.id()));
                int place = 0;
                for (PlanEntry.Action action : goal.actions()) {
                    writeAction(facts, plan, goal, action, place++, actions.remove(action.id()));
                }
            }
        }
        goals.values().forEach(g -> g.remove(by(), clock.instant()));
        actions.values().forEach(a -> a.remove(by(), clock.instant()));
    }

    private void writeComponent(
            CaseFacts facts, RehabilitationPlan plan, PlanEntry.Component entry, PlanComponent stored) {
        PlanComponent row = stored;
        if (row == null) {
            row = new PlanComponent(UUID.randomUUID(), plan.id(), facts.caseId(), entry.area(), by(), clock.instant());
            plans.add(row);
        }
        boolean dated = entry.decision() == PlanDecision.DECLINED || entry.decision() == PlanDecision.NOT_NEEDED;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("decision", entry.decision());
        values.put("decidedOn", dated ? entry.decidedOn() : null);
        values.put("reason", text(entry.reason()));
        gate.write(facts.policy(), row, values);
    }

    private void writeGoal(
            CaseFacts facts,
            RehabilitationPlan plan,
            NeedArea area,
            PlanEntry.Goal entry,
            int position,
            PlanGoal stored) {
        PlanGoal row = stored;
        if (row == null) {
            row = new PlanGoal(entry.id(), plan.id(), facts.caseId(), area, by(), clock.instant());
            plans.add(row);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("aim", text(entry.aim()));
        values.put("indicator", text(entry.indicator()));
        values.put("targetDate", entry.target());
        values.put("position", position);
        gate.write(facts.policy(), row, values);
    }

    private void writeAction(
            CaseFacts facts,
            RehabilitationPlan plan,
            PlanEntry.Goal goal,
            PlanEntry.Action entry,
            int position,
            PlanAction stored) {
        PlanAction row = stored;
        if (row == null) {
            row = new PlanAction(entry.id(), plan.id(), goal.id(), facts.caseId(), by(), clock.instant());
            plans.add(row);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("what", text(entry.what()));
        values.put("responsible", entry.responsible());
        values.put("responsibleName", text(entry.responsibleName()));
        values.put("due", entry.due());
        values.put("position", position);
        gate.write(facts.policy(), row, values);
    }

    private UUID by() {
        return caller.get().sub();
    }

    private static String text(String typed) {
        return PlanEntry.given(typed) ? typed.strip() : null;
    }
}

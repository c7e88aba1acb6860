package org.himaye.casefile;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.himaye.casefile.StatusStep.Reached;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Decision;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.PolicyFacts;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Revealed;

/**
 * The history of a case as its reader may see it, decided step by step. Call it before the gate opens the page's rows: one act, one event, which
 * names what was shown of steps too.
 */
@Dependent
class CaseSteps {

    @Inject
    private Gate gate;

    @Inject
    private FieldPolicy policy;

    @Inject
    private CurrentCaller caller;

    /** A step as it is stored. */
    record Stored(UUID id, String entity, Reached reached, Instant at, String byName) {}

    /** In the order given; of a step of which nothing is shown, nothing. */
    List<StatusStep> of(PolicyFacts facts, Purpose purpose, List<Stored> steps) {
        return steps.stream().flatMap(step -> of(facts, purpose, step).stream()).toList();
    }

    private Optional<StatusStep> of(PolicyFacts facts, Purpose purpose, Stored step) {
        return StepKind.of(step.entity())
                .map(kind -> new StatusStep(
                        step.id(), kind, reached(facts, purpose, kind, step.reached()), step.at(), step.byName()))
                .filter(shown -> shown.reached().getDecision().shows());
    }

    private Revealed<Reached> reached(PolicyFacts facts, Purpose purpose, StepKind kind, Reached reached) {
        String[] attribute = kind.attribute().split("\\.");
        return gate.coded(
                facts,
                purpose,
                gate.classOf(kind.attribute()),
                attribute[0],
                attribute[1],
                kind.reachesState() ? reached : new Reached(null, null));
    }

    /** Whether a purpose would show steps of some kind, on this case or on any other: that there are such steps is not told. */
    boolean needPurpose(PolicyFacts facts, Purpose purpose) {
        return Arrays.stream(StepKind.values())
                .map(StepKind::attribute)
                .anyMatch(name ->
                        policy.read(caller.get(), facts, gate.classOf(name), name, purpose) == Decision.NEEDS_PURPOSE);
    }
}

package org.himaye.casefile;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.Decision;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.PolicyFacts;
import org.himaye.confidentiality.Relation;
import org.himaye.confidentiality.Role;

/** The deadlines of which lists of own cases tell: those that the head of such a case shows before a purpose is chosen. */
@Dependent
public class DeadlinesTold {

    @Inject
    private Gate gate;

    @Inject
    private FieldPolicy policy;

    /** For a caller who works on the cases, or as supervisor has them in his house. */
    public Set<DeadlineKind> to(Caller caller) {
        PolicyFacts own =
                PolicyFacts.without(caller.is(Role.SUPERVISOR) ? Relation.SAME_INSTITUTION : Relation.ASSIGNED);
        return Arrays.stream(DeadlineKind.values())
                .filter(kind -> policy.read(caller, own, gate.classOf(kind.attribute()), kind.attribute(), null)
                        == Decision.FULL)
                .collect(Collectors.toUnmodifiableSet());
    }
}

package org.himaye.casefile;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.CurrentCaller;

/**
 * The cases that the caller may open, decided where the list of cases is: a search finds nothing that the list would not show. Must run
 * within a transaction.
 */
@Dependent
public class ReachableCases {

    @Inject
    private CaseFileRepository cases;

    @Inject
    private CurrentCaller caller;

    /** Whom they are about. */
    public Reach reach() {
        return cases.reach(caller.get());
    }

    /** Whom the case of this number is about; empty when there is none, or the caller may not open it. */
    public List<UUID> people(CaseNumber number) {
        return cases.people(number, caller.get());
    }

    /** Those of these people, the youngest first. */
    public List<CaseHit> of(Collection<UUID> people) {
        return cases.hits(people, caller.get());
    }
}

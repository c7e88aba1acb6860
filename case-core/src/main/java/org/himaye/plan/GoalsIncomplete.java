package org.himaye.plan;

import java.util.UUID;
import org.himaye.shared.BusinessException;

/** A goal needs at least one action, with who and when. */
public class GoalsIncomplete extends BusinessException {

    public GoalsIncomplete(UUID goal) {
        super(goal + ".target", new Object[0]);
    }
}

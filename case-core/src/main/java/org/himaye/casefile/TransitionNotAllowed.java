package org.himaye.casefile;

import org.himaye.shared.BusinessException;

/** The state machine of domain.md 2 has no such step. */
public class TransitionNotAllowed extends BusinessException {

    /** @param from where it stands
     * @param to where it cannot go */
    public TransitionNotAllowed(Enum<?> from, Enum<?> to) {
        super(from, to);
    }
}

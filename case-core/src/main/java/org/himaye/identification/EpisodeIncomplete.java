package org.himaye.identification;

import org.himaye.shared.BusinessException;

/** BR-010: an adult's episode needs an act, a means and a purpose; a child's an act and a purpose (BR-011). An officer may decide with a reason. */
public class EpisodeIncomplete extends BusinessException {

    public EpisodeIncomplete() {
        super("overrideReason", new Object[0]);
    }
}

package org.himaye.assessment;

import org.himaye.shared.BusinessException;

/** Final means that every area has an answer; "none" and "declined" are answers. */
public class NeedsIncomplete extends BusinessException {

    public NeedsIncomplete(NeedArea unanswered) {
        super("levels." + unanswered, new Object[] {unanswered});
    }
}

package org.himaye.assessment;

import java.util.List;
import org.himaye.shared.BusinessException;

/** Final means that every area has an answer; "none" and "declined" are answers. */
public class NeedsIncomplete extends BusinessException {

    public NeedsIncomplete(List<NeedArea> unanswered) {
        super(unanswered.size(), unanswered);
    }
}

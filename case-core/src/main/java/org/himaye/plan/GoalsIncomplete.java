package org.himaye.plan;

import java.util.List;
import org.himaye.assessment.NeedArea;
import org.himaye.shared.BusinessException;

/** A goal needs an aim, a sign, a day and an action with who and when. */
public class GoalsIncomplete extends BusinessException {

    public GoalsIncomplete(List<NeedArea> components) {
        super(components);
    }
}

package org.himaye.plan;

import org.himaye.assessment.NeedArea;
import org.himaye.shared.BusinessException;

/** A declined component says since when. */
public class DeclinedWithoutDate extends BusinessException {

    public DeclinedWithoutDate(NeedArea component) {
        super("decidedOn_" + component.name(), new Object[] {component});
    }
}

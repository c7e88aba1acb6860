package org.himaye.person;

import org.himaye.shared.BusinessException;

/** The age is out of range. */
public class StatedAgeWrong extends BusinessException {

    public StatedAgeWrong(int oldest) {
        super("ageStated", new Object[] {oldest});
    }
}

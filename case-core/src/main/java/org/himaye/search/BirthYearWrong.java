package org.himaye.search;

import org.himaye.shared.BusinessException;

/** Nobody who lives was born in this year. */
public class BirthYearWrong extends BusinessException {

    public BirthYearWrong() {
        super("birthYear", new Object[0]);
    }
}

package org.himaye.person;

import org.himaye.shared.BusinessException;

/** The date of birth lies in the future or more than 120 years back. */
public class BirthDateWrong extends BusinessException {

    public BirthDateWrong() {
        super("dateOfBirth", new Object[0]);
    }
}

package org.himaye.person;

import org.himaye.shared.BusinessException;

/** The last day of a contact lies in the past or more than two years ahead. */
public class ContactPeriodWrong extends BusinessException {

    public ContactPeriodWrong() {
        super("validTo", new Object[0]);
    }
}

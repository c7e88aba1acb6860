package org.himaye.person;

import org.himaye.shared.BusinessException;

/** Not a telephone number or not an e-mail address. */
public class ContactValueWrong extends BusinessException {

    public ContactValueWrong() {
        super("value", new Object[0]);
    }
}

package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** More than was asked for. */
public class FieldsNotAsked extends BusinessException {

    FieldsNotAsked() {
        super("fields", new Object[0]);
    }
}

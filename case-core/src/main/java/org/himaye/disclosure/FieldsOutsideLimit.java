package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** More than this receiver may get at most (domain.md 4.4). */
public class FieldsOutsideLimit extends BusinessException {

    FieldsOutsideLimit() {
        super("fields", new Object[0]);
    }
}

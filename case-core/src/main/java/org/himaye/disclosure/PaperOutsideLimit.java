package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** This receiver may get no paper of that class on this ground (domain.md 4.4). */
public class PaperOutsideLimit extends BusinessException {

    PaperOutsideLimit() {
        super("documents", new Object[0]);
    }
}

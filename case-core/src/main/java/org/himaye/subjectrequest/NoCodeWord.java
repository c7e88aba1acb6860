package org.himaye.subjectrequest;

import org.himaye.shared.BusinessException;

/** No word was agreed with her: somebody who knows her has to say that it is she. */
public class NoCodeWord extends BusinessException {

    NoCodeWord() {
        super("proof", new Object[0]);
    }
}

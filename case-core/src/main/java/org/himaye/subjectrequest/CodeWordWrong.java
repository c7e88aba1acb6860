package org.himaye.subjectrequest;

import org.himaye.shared.BusinessException;

/** It is not the word that was agreed with her. Nothing says how near it was. */
public class CodeWordWrong extends BusinessException {

    CodeWordWrong() {
        super("word", new Object[0]);
    }
}

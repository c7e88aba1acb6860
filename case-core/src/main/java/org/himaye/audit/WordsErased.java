package org.himaye.audit;

import org.himaye.shared.BusinessException;

/** The case of this question was erased: nothing is written about it any more. */
public class WordsErased extends BusinessException {

    WordsErased() {
        super();
    }
}

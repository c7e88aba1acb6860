package org.himaye.search;

import org.himaye.shared.BusinessException;

/** The policy shows this role names and numbers of a person for a purpose only, so finding her by them needs one too. */
public class SearchPurposeNeeded extends BusinessException {

    public SearchPurposeNeeded() {
        super("purpose", new Object[0]);
    }
}

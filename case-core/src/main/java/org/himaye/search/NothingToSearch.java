package org.himaye.search;

import org.himaye.shared.BusinessException;

/** Nothing that somebody could be found by was typed. */
public class NothingToSearch extends BusinessException {

    public NothingToSearch() {
        super("text", new Object[0]);
    }
}

package org.himaye.person;

import org.himaye.shared.BusinessException;

/** A code is no country of ISO 3166. */
public class CountryUnknown extends BusinessException {

    public CountryUnknown() {
        super("countries", new Object[0]);
    }
}

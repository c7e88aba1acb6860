package org.himaye.intake;

import org.himaye.shared.BusinessException;

/** Whoever has a foreign or several nationalities has countries. */
public class CountryNeeded extends BusinessException {

    public CountryNeeded() {
        super("countries", new Object[0]);
    }
}

package org.himaye.consent;

import org.himaye.shared.BusinessException;

/** The last day lies in the past or too far ahead. */
public class ConsentPeriodWrong extends BusinessException {

    /** @param years longest life */
    public ConsentPeriodWrong(int years) {
        super("validTo", new Object[] {years});
    }
}

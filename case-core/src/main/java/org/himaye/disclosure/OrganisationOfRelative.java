package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** The family is no organisation: a name there would stand in clear. */
public class OrganisationOfRelative extends BusinessException {

    OrganisationOfRelative() {
        super("organisation", new Object[0]);
    }
}

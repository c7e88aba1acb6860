package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** The consent names another receiver or another purpose. */
public class ConsentForAnother extends BusinessException {

    ConsentForAnother() {
        super("consent", new Object[0]);
    }
}

package org.himaye.subjectrequest;

import org.himaye.shared.BusinessException;

/** Whoever gets less is told where she can complain. */
public class AppealNotTold extends BusinessException {

    AppealNotTold() {
        super("appealTold", new Object[0]);
    }
}

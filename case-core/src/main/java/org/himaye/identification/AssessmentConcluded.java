package org.himaye.identification;

import org.himaye.shared.BusinessException;

/** The form is finished; new facts are a new form. */
public class AssessmentConcluded extends BusinessException {

    public AssessmentConcluded() {
        super();
    }
}

package org.himaye.confidentiality;

/**
 * The caller may, but must first prove again who he is, by a second factor. Pages lead there and back; whatever does not know this
 * type treats it as the refusal that it is.
 */
public class StepUpNeeded extends Refused {

    StepUpNeeded() {
        super(AccessReason.STEP_UP);
    }
}

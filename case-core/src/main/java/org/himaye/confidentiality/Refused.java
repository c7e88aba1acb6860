package org.himaye.confidentiality;

import org.himaye.shared.BusinessException;

/**
 * The caller may not, or there is nothing: both are this one answer, because the existence of a case is itself confidential
 * (BR-006). Pages show it as "page not found". The reason goes to the access log only.
 */
public class Refused extends BusinessException {

    private final String reason;
    private boolean recorded;

    /** @param reason for the log; never shown to the caller */
    public Refused(AccessReason reason) {
        this.reason = reason.name();
    }

    /** @param dataClass the class of confidentiality that the reason is about */
    public Refused(AccessReason reason, DataClass dataClass) {
        this.reason = reason.name() + "_" + dataClass.tag();
    }

    /** The code for the log: the reason's name, followed by the class's tag where it is about one. */
    public String reason() {
        return reason;
    }

    /** Whether the act that refused has left its event; a refusal before any act has none yet. */
    public boolean recorded() {
        return recorded;
    }

    void markRecorded() {
        recorded = true;
    }
}

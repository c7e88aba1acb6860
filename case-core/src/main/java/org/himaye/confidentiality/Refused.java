package org.himaye.confidentiality;

import org.himaye.shared.BusinessException;

/**
 * The caller may not, or there is nothing: both are this one answer, because the existence of a case is itself confidential
 * (BR-006). Pages show it as "page not found". The reason goes to the access log only.
 */
public class Refused extends BusinessException {

    private final String reason;
    private boolean recorded;

    /** @param reason a code for the log, for example {@code NO_RELATION}; never shown to the caller */
    public Refused(String reason) {
        this.reason = reason;
    }

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

package org.himaye.web.shared;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Refused;

/**
 * An address with a parameter that cannot be read (a filter that is no code, say) is an unknown address: its page is never loaded, and
 * has nothing to show.
 */
public class AddressCheck implements PhaseListener {

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.PROCESS_VALIDATIONS;
    }

    /** @throws Refused which the exception handler answers */
    @Override
    public void afterPhase(PhaseEvent event) {
        if (!event.getFacesContext().isPostback() && event.getFacesContext().isValidationFailed()) {
            throw new Refused(AccessReason.UNKNOWN_ADDRESS);
        }
    }
}

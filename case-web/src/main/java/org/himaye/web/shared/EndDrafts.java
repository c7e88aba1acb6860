package org.himaye.web.shared;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.PageSeal;
import org.himaye.draft.Drafts;

/** A form that was sent and led on to another page was taken: its draft has ended. One that comes back with a remark was not. */
public class EndDrafts implements PhaseListener {

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.INVOKE_APPLICATION;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (faces.getResponseComplete()
                && !faces.isValidationFailed()
                && faces.getExternalContext().getRequest() instanceof HttpServletRequest request) {
            DraftToken.open(bean(PageSeal.class), request.getParameter(DraftForms.TOKEN), Instant.now())
                    .filter(token ->
                            token.sub().equals(bean(CurrentCaller.class).get().sub()))
                    .ifPresent(token -> bean(Drafts.class).end(token.place(), token.typed()));
        }
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }
}

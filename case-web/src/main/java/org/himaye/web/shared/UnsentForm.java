package org.himaye.web.shared;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.KeyNotGiven;
import org.himaye.confidentiality.PageSeal;
import org.himaye.draft.Drafts;

/**
 * A form that was sent and could not be taken: the session was over or the page too old. Held for the person who wrote it until it can
 * be kept as a draft; nobody else's sign-in gets it.
 */
public final class UnsentForm {

    private final DraftToken token;
    private final RawFields fields;

    private UnsentForm(DraftToken token, RawFields fields) {
        this.token = token;
        this.fields = fields;
    }

    /** @return empty when the request is no form of ours */
    public static Optional<UnsentForm> of(HttpServletRequest request) {
        if (!request.getMethod().equals("POST") || request.getContentLengthLong() > DraftAddress.LONGEST) {
            return Optional.empty();
        }
        return DraftToken.open(bean(PageSeal.class), request.getParameter(DraftForms.TOKEN), Instant.now())
                .map(token -> new UnsentForm(token, RawFields.typed(request.getParameterMap())));
    }

    /** Where its page opens again. */
    public String address() {
        return token.address();
    }

    /** Keeps it as a draft if the caller wrote it, about a case that is not closed to the caller; otherwise it is forgotten. */
    public void keep() {
        if (bean(CurrentCaller.class).get().sub().equals(token.sub()) && !fields.isEmpty()) {
            try {
                bean(Drafts.class).keep(token.place(), token.typed(), fields.encode());
            } catch (KeyNotGiven closed) {
                // It tells of that case, and nothing of ours opens it for this person any more. The page that follows
                // is refused on record.
                return;
            }
        }
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }

    @Override
    public String toString() {
        return "UnsentForm";
    }
}

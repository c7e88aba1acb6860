package org.himaye.web.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.PageSeal;
import org.himaye.draft.Drafts;

/**
 * Keeps what a page's script sends: for each form a token and its raw fields. A form in which nothing is typed any more has no draft.
 */
@ApplicationScoped
public class KeepDrafts {

    private static final String TOKEN = "token";
    private static final String FIELDS = "fields";

    @Inject
    private PageSeal seal;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Drafts drafts;

    private record Sent(DraftToken token, RawFields fields) {}

    /** @return false, and nothing is kept, when one of the tokens is not the caller's own, or there is none */
    public boolean keepAll(HttpServletRequest request) {
        String[] tokens = request.getParameterValues(TOKEN);
        String[] fields = request.getParameterValues(FIELDS);
        if (tokens == null || fields == null || tokens.length != fields.length) {
            return false;
        }
        List<Sent> all = new ArrayList<>();
        for (int i = 0; i < tokens.length; i++) {
            Optional<DraftToken> own = own(tokens[i]);
            if (own.isEmpty()) {
                return false;
            }
            all.add(new Sent(own.get(), RawFields.parse(fields[i])));
        }
        all.forEach(this::keep);
        return true;
    }

    private void keep(Sent sent) {
        if (sent.fields().isEmpty()) {
            drafts.end(sent.token().place(), sent.token().typed());
        } else {
            drafts.keep(
                    sent.token().place(), sent.token().typed(), sent.fields().encode());
        }
    }

    /** @return the page to show again; empty when the token is not the caller's own */
    Optional<String> discard(HttpServletRequest request) {
        Optional<DraftToken> own = own(request.getParameter(TOKEN));
        own.ifPresent(token -> drafts.end(token.place(), token.typed()));
        return own.map(DraftToken::address);
    }

    /** The page that a token of ours is for, whoever shows it; otherwise the address that was asked. */
    String pageOf(HttpServletRequest request) {
        return DraftToken.open(seal, request.getParameter(TOKEN), Instant.now())
                .map(token -> token.place().page())
                .orElse(request.getServletPath());
    }

    /** Only for a page that the caller's role still has. */
    private Optional<DraftToken> own(String sealed) {
        return DraftToken.open(seal, sealed, Instant.now())
                .filter(token -> token.sub().equals(caller.get().sub()))
                .filter(token -> Page.at(token.place().page())
                        .map(Page::getPermission)
                        .filter(caller.get()::may)
                        .isPresent());
    }
}

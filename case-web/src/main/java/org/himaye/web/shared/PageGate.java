package org.himaye.web.shared;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.himaye.confidentiality.AccessEvent;
import org.himaye.confidentiality.AccessRecorder;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.CurrentCaller;

/**
 * Lets a page be opened only by those whose role has its permission. An address that does not exist and one that is not for the
 * caller get the same answer, to the byte, and both are recorded: whoever tries addresses leaves a trace and learns nothing.
 */
@WebFilter("*.xhtml")
public class PageGate extends HttpFilter {

    private static final String UNKNOWN_ADDRESS = "UNKNOWN_ADDRESS";

    @Inject
    private CurrentCaller caller;

    @Inject
    private AccessRecorder recorder;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        if (path.startsWith("/jakarta.faces.resource/") || open(path)) {
            chain.doFilter(request, response);
        } else {
            recordRefusal(Page.at(path));
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean open(String path) {
        Optional<Page> page = Page.at(path);
        return page.isPresent()
                && (page.get().getPermission() == null
                        || caller.present() && caller.get().may(page.get().getPermission()));
    }

    /** Committed before the answer: an address that cannot be recorded is not answered as "nothing here" either, but as 503. */
    private void recordRefusal(Optional<Page> page) {
        if (!caller.present()) {
            return;
        }
        Caller tried = caller.get();
        recorder.commit(new AccessEvent(
                UUID.randomUUID(),
                tried.sub(),
                tried.role().name(),
                tried.institution(),
                tried.session(),
                tried.client(),
                page.map(known -> known.getPermission().realmName()).orElse(UNKNOWN_ADDRESS),
                AccessEvent.Action.VIEW,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                AccessEvent.Outcome.DENIED,
                page.isPresent() ? "NO_PERMISSION" : UNKNOWN_ADDRESS,
                0));
    }
}

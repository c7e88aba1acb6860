package org.himaye.web.shared;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Refused;

/**
 * Lets a page be opened only by those whose role has its permission. An address that does not exist and one that is not for the
 * caller get the same answer, to the byte, and both are recorded: whoever tries addresses leaves a trace and learns nothing.
 */
@WebFilter("*.xhtml")
public class PageGate extends HttpFilter {

    /** Set by the page's script when the browser is about to print what it shows: the page is opened once more, and that is the print. */
    private static final String PRINT = "Himaye-Print";

    @Inject
    private CurrentCaller caller;

    @Inject
    private ActRecord record;

    @Inject
    private RefusedAddress refusals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        if (request.getHeader(PRINT) != null && request.getMethod().equals("GET")) {
            record.printed();
        }
        if (path.startsWith("/jakarta.faces.resource/") || open(path)) {
            chain.doFilter(request, response);
        } else {
            refusals.record(
                    path,
                    new Refused(Page.at(path).isPresent() ? AccessReason.NO_PERMISSION : AccessReason.UNKNOWN_ADDRESS));
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean open(String path) {
        Optional<Page> page = Page.at(path);
        return page.isPresent()
                && (page.get().getPermission() == null
                        || caller.present() && caller.get().may(page.get().getPermission()));
    }
}

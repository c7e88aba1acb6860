package org.himaye.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Refused;
import org.himaye.organisation.CurrentSession;
import org.himaye.web.shared.RefusedAddress;

/**
 * Other sites may lead a person here and nothing else: no form of theirs, no picture, no frame. Browsers say where a request comes from;
 * one that says nothing must at least name our origin before anything is changed (docs/adr/0014-requests-of-other-sites.md). A form is
 * sent by POST. Whatever is refused gets the page of an unknown address and is recorded.
 */
@WebFilter("/*")
public class SameOrigin extends HttpFilter {

    private static final String API = "/api/";
    /** Marks a sent form: Faces itself would take one from an address too. */
    private static final String FORM = "jakarta.faces.ViewState";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject
    private SigninSettings settings;

    @Inject
    private CurrentCaller caller;

    @Inject
    private CurrentSession currentSession;

    @Inject
    private RefusedAddress refusals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (ours(request, settings.origin())) {
            chain.doFilter(request, response);
            return;
        }
        if (!caller.present()) {
            BrowserSession.id(request).ifPresent(currentSession::enterUnused);
        }
        refusals.record(request.getServletPath(), new Refused(AccessReason.FOREIGN_PAGE));
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /** Whether a page of ours sends this, or nobody but the person in front of the screen asks for a page. */
    static boolean ours(HttpServletRequest request, String origin) {
        boolean reading = READING.contains(request.getMethod());
        if (!reading && provesItself(request)) {
            return true;
        }
        if (!reading && !request.getMethod().equals("POST") || reading && request.getParameter(FORM) != null) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site == null) {
            return reading || origin.equals(request.getHeader("Origin"));
        }
        return switch (site) {
            case "same-origin" -> reading || sentByPage(request);
            case "none" -> reading;
            default -> reading && opensPage(request);
        };
    }

    /** No browser of a person: a bearer token, or the identity provider with its signature. A cookie counts for nothing there. */
    private static boolean provesItself(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith(API)
                || SigninMechanism.isWitness(request)
                || path.equals(BackChannelLogout.PATH) && request.getHeader("Sec-Fetch-Site") == null;
    }

    private static boolean sentByPage(HttpServletRequest request) {
        return opensPage(request)
                || is(request, "Sec-Fetch-Dest", "empty")
                        && (is(request, "Sec-Fetch-Mode", "cors") || is(request, "Sec-Fetch-Mode", "same-origin"));
    }

    private static boolean opensPage(HttpServletRequest request) {
        return is(request, "Sec-Fetch-Mode", "navigate") && is(request, "Sec-Fetch-Dest", "document");
    }

    private static boolean is(HttpServletRequest request, String header, String value) {
        return value.equals(request.getHeader(header));
    }
}

package org.himaye.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.confidentiality.LeftEvents;

/** What every answer tells the browser: keep nothing, show it in no frame, run nothing that is not ours, tell nobody where one was. */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class ResponseHeaders extends HttpFilter {

    /** Ids of the events that this answer left in the access log; they tell nothing by themselves. */
    private static final String EVENTS = "Himaye-Event";

    private static final String CACHE = "Cache-Control";
    private static final String STATIC = "/jakarta.faces.resource/";

    /** For everything but Faces pages, whose policy carries a nonce and is written by PrimeFaces: two policies would exclude it. */
    private static final String PLAIN_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none';" + " form-action 'self'; frame-ancestors 'none'";

    @Inject
    private LeftEvents left;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        nameEvents(request, response);
        boolean failed = request.getDispatcherType() == DispatcherType.ERROR;
        boolean file = !failed && request.getServletPath().startsWith(STATIC);
        boolean page = !failed && !file && request.getServletPath().endsWith(".xhtml");
        if (page) {
            applyAllButPolicy(request, response);
        } else {
            apply(request, response);
        }
        chain.doFilter(request, file ? new StaticFile(request, response) : response);
    }

    /** An answer of an error begins anew, so what was told is kept with the request. */
    private void nameEvents(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(EVENTS) instanceof String told) {
            response.setHeader(EVENTS, told);
        } else {
            left.tell(events -> {
                String told = events.stream().map(UUID::toString).collect(Collectors.joining(" "));
                request.setAttribute(EVENTS, told);
                response.setHeader(EVENTS, told);
            });
        }
    }

    /** At the end of a session: what the browser still has of ours goes. Its cookies are dead by then. */
    static void clear(HttpServletResponse response) {
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }

    /** For answers that are given before any filter runs. */
    static void apply(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", PLAIN_POLICY);
        applyAllButPolicy(request, response);
    }

    /** The server ignores a header set to null, so that what was set once cannot be taken back. */
    private static void applyAllButPolicy(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(CACHE, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    /**
     * Stylesheets, scripts, fonts. Faces would let browsers keep every file for a week, and after an upgrade show old ones; here only
     * an address with a version, whose content never changes, and fonts are kept, the rest is asked for again.
     */
    private static final class StaticFile extends HttpServletResponseWrapper {

        private StaticFile(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            boolean versioned = request.getParameter("v") != null;
            boolean font = request.getServletPath().contains(".woff2");
            super.setHeader(CACHE, versioned ? "max-age=31536000, immutable" : font ? "max-age=604800" : "no-cache");
        }

        @Override
        public void setHeader(String name, String value) {
            if (!decided(name)) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (!decided(name)) {
                super.addHeader(name, value);
            }
        }

        @Override
        public void setDateHeader(String name, long value) {
            if (!decided(name)) {
                super.setDateHeader(name, value);
            }
        }

        private static boolean decided(String name) {
            return CACHE.equalsIgnoreCase(name) || "Expires".equalsIgnoreCase(name) || "Pragma".equalsIgnoreCase(name);
        }
    }
}

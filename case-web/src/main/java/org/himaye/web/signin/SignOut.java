package org.himaye.web.signin;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.himaye.organisation.CurrentSession;
import org.himaye.organisation.SessionEnd;
import org.himaye.organisation.SessionService;
import org.himaye.organisation.SessionsUnavailable;
import org.himaye.web.shared.KeepDrafts;

/**
 * Sign-out and quick exit. Both end the row, the HTTP session and the identity provider's session; the provider is told over the
 * back channel, so no token passes through the browser. Quick exit does not wait for it.
 */
@WebServlet({SignOut.OUT, SignOut.EXIT, SignOut.GONE})
public class SignOut extends HttpServlet {

    static final String OUT = "/signin/out";
    static final String EXIT = "/signin/exit";
    static final String GONE = "/signin/gone";

    private static final String LEFT = "__Host-anew";

    private static final Logger LOG = System.getLogger(SignOut.class.getName());

    @Resource
    private ManagedExecutorService later;

    @Inject
    private CurrentSession currentSession;

    @Inject
    private SessionService sessions;

    @Inject
    private ProviderSessions provider;

    @Inject
    private RenewalSeal seal;

    @Inject
    private KeepDrafts drafts;

    @Inject
    private SigninSettings settings;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(GONE)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getServletPath().equals(EXIT)) {
            exit(request, response);
        } else {
            ResponseHeaders.clear(response);
            Optional<String> token = end(request, SessionEnd.SIGN_OUT);
            boolean told = token.isEmpty() || provider.tell(token.get());
            redirect(response, SigninPage.address(told ? SigninPage.Kind.LEFT : SigninPage.Kind.LEFT_HALF, ""));
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getServletPath()) {
            case EXIT -> {
                if (ours(request)) {
                    exit(request, response);
                } else {
                    redirect(response, GONE);
                }
            }
            case GONE -> blank(response);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void exit(HttpServletRequest request, HttpServletResponse response) {
        ResponseHeaders.clear(response);
        keepDrafts(request);
        end(request, SessionEnd.QUICK_EXIT).ifPresent(token -> later.execute(() -> provider.tell(token)));
        // As long as a session at the provider can last: nobody waits whether it heard of the exit.
        mark(response, "1", Duration.ofHours(10));
        redirect(response, GONE);
    }

    private static void mark(HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                "Set-Cookie",
                LEFT + "=" + value + "; Path=/; Max-Age=" + age.toSeconds() + "; Secure; HttpOnly; SameSite=Lax");
    }

    /** The person proved who it is after an exit. */
    static void cameBack(HttpServletRequest request, HttpServletResponse response) {
        if (justLeft(request)) {
            mark(response, "", Duration.ZERO);
        }
    }

    /** Until the provider knows that the person left, it would let in whoever presses Back. */
    static boolean justLeft(HttpServletRequest request) {
        return request.getCookies() != null
                && Arrays.stream(request.getCookies())
                        .anyMatch(cookie -> cookie.getName().equals(LEFT));
    }

    /** What the page had not yet kept comes with the exit itself, so that the one never outruns the other. */
    private void keepDrafts(HttpServletRequest request) {
        Optional<UUID> id = BrowserSession.id(request);
        if (id.isEmpty() || !request.getMethod().equals("POST") || request.getParameter("token") == null) {
            return;
        }
        try {
            if (currentSession.enterUnused(id.get()).isPresent()) {
                drafts.keepAll(request);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a draft could not be kept on leaving", e);
        }
    }

    /** Ends row and HTTP session; returns the token by which the provider can be told. Never fails: leaving always works. */
    private Optional<String> end(HttpServletRequest request, SessionEnd reason) {
        Optional<UUID> id = BrowserSession.id(request);
        BrowserSession.forget(request);
        try {
            if (id.isPresent() && currentSession.enter(id.get()).isPresent()) {
                return sessions.end(id.get(), reason).map(token -> seal.open(token, id.get()));
            }
        } catch (SessionsUnavailable e) {
            // The cookie is dead already, and the row ends by itself after its idle time.
            LOG.log(Level.ERROR, "a session's row could not be ended", e);
        }
        return Optional.empty();
    }

    /** Not another site's doing: leading a person to an address is all that one may, and this address ends something. */
    private static boolean ours(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null || site.equals("same-origin") || site.equals("none");
    }

    private static void redirect(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }

    /** A page that could be anybody's; it leads on to a site that has nothing to do with us, and stays blank without a network. */
    private void blank(HttpServletResponse response) throws IOException {
        String elsewhere = settings.elsewhere().toASCIIString();
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write("<!DOCTYPE html><html lang=\"az\"><head><meta charset=\"UTF-8\"><title>·</title>"
                        + "<meta name=\"robots\" content=\"noindex\">"
                        + "<noscript><meta http-equiv=\"refresh\" content=\"0; url=" + elsewhere + "\"></noscript>"
                        + "<script src=\"/jakarta.faces.resource/elsewhere.js.xhtml?ln=himaye\" data-to=\"" + elsewhere
                        + "\"></script></head><body></body></html>");
    }
}

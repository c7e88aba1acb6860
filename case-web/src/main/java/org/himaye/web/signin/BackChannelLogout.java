package org.himaye.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.himaye.organisation.CurrentSession;
import org.himaye.organisation.SessionService;
import org.himaye.organisation.SessionsUnavailable;

/**
 * Hears from the identity provider that a session of its is over (OpenID Connect Back-Channel Logout 1.0). Not for browsers: what
 * counts is the signed token alone. The same token again finds nothing left to end.
 */
@WebServlet(BackChannelLogout.PATH)
public class BackChannelLogout extends HttpServlet {

    static final String PATH = "/signin/backchannel";

    private static final Logger LOG = System.getLogger(BackChannelLogout.class.getName());

    @Inject
    private IdentityProvider provider;

    @Inject
    private CurrentSession currentSession;

    @Inject
    private SessionService sessions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(hear(request));
    }

    private int hear(HttpServletRequest request) {
        String[] tokens = request.getParameterValues("logout_token");
        try {
            TokenCheck.Ended ended = provider.ended(tokens == null || tokens.length != 1 ? "" : tokens[0]);
            // Who signs out here has ended the row before the provider hears of it and tells us.
            if (currentSession.knows(ended.providerSession())) {
                currentSession.enterForSignIn(ended.sub(), ClientKind.of(request));
                sessions.endByProvider(ended.providerSession());
            }
            return HttpServletResponse.SC_OK;
        } catch (SigninRejected e) {
            LOG.log(Level.WARNING, "a logout token was refused: {0}", e.getMessage());
            return HttpServletResponse.SC_BAD_REQUEST;
        } catch (ProviderUnavailable | SessionsUnavailable e) {
            LOG.log(Level.WARNING, "a logout token could not be checked", e);
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
    }
}

package org.himaye.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import org.himaye.web.shared.Language;
import org.himaye.web.shared.StepUpAddress;

/**
 * The way to a second factor and back to the page that asked for it. It tells nothing and changes nothing by itself: whoever is led
 * here by another site only sees the provider's page.
 */
@WebServlet(StepUpAddress.PATH)
public class StepUp extends HttpServlet {

    private static final Logger LOG = System.getLogger(StepUp.class.getName());

    @Inject
    private IdentityProvider provider;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String target = LocalPath.safe(request.getParameter(StepUpAddress.TARGET));
        if (BrowserSession.id(request).isEmpty()) {
            redirect(response, target);
            return;
        }
        PendingSignin begun = PendingSignin.stepUp(target, Instant.now());
        try {
            String there = provider.begin(begun, Language.of(request).getTag()).toString();
            BrowserSession.remember(request, begun);
            leadTo(there, response);
        } catch (ProviderUnavailable e) {
            String number = SigninPage.newNumber();
            LOG.log(Level.WARNING, "step-up is away, reference " + number, e);
            SigninPage.write(request, response, SigninPage.Kind.AWAY, number);
        }
    }

    /**
     * By a page and not by a redirect: the way of a form that was sent may not end on another server (form-action 'self'), and browsers
     * would stop it without a word.
     */
    private static void leadTo(String there, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write("<!DOCTYPE html><html lang=\"az\"><head><meta charset=\"UTF-8\"><title>·</title>"
                        + "<meta http-equiv=\"refresh\" content=\"0; url=" + there.replace("&", "&amp;")
                        + "\"></head><body></body></html>");
    }

    private static void redirect(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }
}

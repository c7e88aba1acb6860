package org.himaye.web.breakglass;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.himaye.breakglass.BreakGlassService;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Refused;
import org.himaye.web.shared.Notices;
import org.himaye.web.shared.RefusedAddress;

/**
 * Ends an urgent access at once, from whatever page shows its banner: a plain form, because the page behind it may be closed by the time
 * it is sent.
 */
@WebServlet(EndBreakGlass.PATH)
public class EndBreakGlass extends HttpServlet {

    static final String PATH = "/breakglass/end";

    private static final int UUID_LENGTH = 36;

    @Inject
    private BreakGlassService service;

    @Inject
    private Notices notices;

    @Inject
    private RefusedAddress refusals;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String grant = request.getParameter("grant");
        if (grant == null || grant.length() != UUID_LENGTH || !grant.matches("[0-9a-f-]+")) {
            unknown(response, AccessReason.UNKNOWN);
            return;
        }
        try {
            service.stop(UUID.fromString(grant));
        } catch (Refused refused) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        notices.done("breakglass.ended");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/task/myday.xhtml");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        unknown(response, AccessReason.UNKNOWN_ADDRESS);
    }

    private void unknown(HttpServletResponse response, AccessReason reason) throws IOException {
        refusals.record(PATH, new Refused(reason));
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}

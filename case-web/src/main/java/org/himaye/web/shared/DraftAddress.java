package org.himaye.web.shared;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.KeyNotGiven;
import org.himaye.confidentiality.KeysUnavailable;
import org.himaye.confidentiality.Refused;

/** The one address where pages keep what is typed, and where a person discards it. Never shows anything. */
@WebServlet({DraftAddress.KEEP, DraftAddress.DISCARD})
public class DraftAddress extends HttpServlet {

    public static final String KEEP = "/draft";

    static final String DISCARD = "/draft/discard";

    /** Bytes of a request; the longest form of ours, full to the brim, has less than half of it. */
    static final int LONGEST = 512 * 1024;

    @Inject
    private KeepDrafts drafts;

    @Inject
    private RefusedAddress refusals;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getContentLengthLong() < 0 || request.getContentLengthLong() > LONGEST) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (request.getServletPath().equals(DISCARD)) {
            discard(request, response);
        } else {
            keep(request, response);
        }
    }

    private void keep(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (drafts.keepAll(request)) {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            } else {
                refuse(request, response, AccessReason.FOREIGN_DRAFT);
            }
        } catch (KeyNotGiven closed) {
            refuse(request, response, AccessReason.NO_RELATION);
        } catch (KeysUnavailable away) {
            // The page has the text and tries again; the log has one line of it already.
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void discard(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String page = drafts.discard(request).orElse(null);
        if (page == null) {
            refuse(request, response, AccessReason.FOREIGN_DRAFT);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", page);
        }
    }

    /** Whoever tries with another person's token or an invented one leaves a trace and learns nothing. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, AccessReason reason)
            throws IOException {
        refusals.record(drafts.pageOf(request), new Refused(reason));
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(request, response, AccessReason.UNKNOWN_ADDRESS);
    }
}

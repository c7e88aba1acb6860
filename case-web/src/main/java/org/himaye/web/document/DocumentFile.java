package org.himaye.web.document;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.NotOpenedNow;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Refused;
import org.himaye.document.DocumentService;
import org.himaye.document.OpenedDocument;
import org.himaye.web.shared.ChosenPurposes;
import org.himaye.web.shared.RefusedAddress;

/**
 * The bytes of a document: as a file to take along, or as a picture within our page. Written piece by piece; the event is in the log
 * before the first. The name says the case and the kind, and nothing that anybody typed.
 */
@WebServlet({DocumentFile.FILE, DocumentFile.PICTURE})
public class DocumentFile extends HttpServlet {

    static final String FILE = "/document/file";
    static final String PICTURE = "/document/picture";

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Inject
    private DocumentService documents;

    @Inject
    private ChosenPurposes purposes;

    @Inject
    private RefusedAddress refusals;

    /** @throws Refused when the text is no id */
    static UUID id(String text) {
        if (text == null || !text.matches(ID)) {
            throw new Refused(AccessReason.UNKNOWN);
        }
        return UUID.fromString(text);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(request, response);
        } catch (Refused refused) {
            if (!refused.recorded()) {
                refusals.record(request.getServletPath(), refused);
            }
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (NotOpenedNow away) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CaseNumber number = CaseNumber.parse(request.getParameter("number"));
        UUID id = id(request.getParameter("id"));
        Purpose purpose = purposes.of(number.text());
        boolean picture = request.getServletPath().equals(PICTURE);
        OpenedDocument opened = picture ? documents.look(number, id, purpose) : documents.download(number, id, purpose);
        response.setContentType(opened.type().mediaType());
        response.setContentLength(opened.size());
        response.setHeader(
                "Content-Disposition", (picture ? "inline" : "attachment") + "; filename=\"" + name(opened) + "\"");
        opened.writeTo(response.getOutputStream());
    }

    private static String name(OpenedDocument opened) {
        return opened.number() + "-"
                + opened.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + "."
                + opened.type().extension();
    }
}

package org.himaye.web.accesslog;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.himaye.accesslog.LogWitness;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Refused;
import org.himaye.web.shared.RefusedAddress;

/**
 * For a witness with its token: {@code GET checkpoint} and {@code GET tile/L/N} as C2SP tlog-tiles has them, and {@code POST witness}
 * with a cosigned checkpoint. Whoever else asks, or in another way, gets the answer of an unknown address.
 */
@WebServlet(LogProof.PATH + "*")
public class LogProof extends HttpServlet {

    /** Where the log is, as a witness is told. */
    public static final String PATH = "/log/";

    private static final int MOST_BYTES = 65_536;
    private static final int WHOLE = 256;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
    private static final Pattern TILE =
            Pattern.compile("/tile/(\\d)/((?:x\\d{3}/){0,4}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    @Inject
    private LogWitness log;

    @Inject
    private CurrentCaller caller;

    @Inject
    private RefusedAddress refusals;

    @Inject
    private RefusalRate rate;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (METHODS.contains(request.getMethod())
                && caller.present()
                && caller.get().may(Permission.LOG_WITNESS)) {
            super.service(request, response);
        } else {
            refuse(request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        Matcher tile = TILE.matcher(path);
        Optional<byte[]> found = path.equals("/checkpoint")
                ? log.checkpoint().map(note -> note.getBytes(StandardCharsets.UTF_8))
                : tile.matches() ? tile(tile) : Optional.empty();
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(tile.matches() ? "application/octet-stream" : "text/plain;charset=UTF-8");
        response.getOutputStream().write(found.get());
    }

    private Optional<byte[]> tile(Matcher tile) {
        long index = Long.parseLong(tile.group(2).replaceAll("[x/]", ""));
        int width = tile.group(3) == null ? WHOLE : Integer.parseInt(tile.group(3));
        return log.tile(Integer.parseInt(tile.group(1)), index, width);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // As long as was said: after the offer of another protocol, which some clients send along, the server knows no
        // end.
        int length = request.getContentLength();
        byte[] note =
                length > MOST_BYTES ? new byte[0] : request.getInputStream().readNBytes(Math.max(0, length));
        if (!"/witness".equals(request.getPathInfo())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            response.setStatus(
                    log.cosigned(note) ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Of a person each is recorded; of those of whom nothing is known so many as the log can bear. */
    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean nobody = caller.present() && caller.get().session() == null;
        RefusalRate.Record record = nobody ? rate.next() : RefusalRate.Record.AS_IT_IS;
        if (record != RefusalRate.Record.NOT) {
            refusals.record(
                    request.getServletPath(),
                    new Refused(
                            record == RefusalRate.Record.AS_FLOOD ? AccessReason.FLOOD : AccessReason.UNKNOWN_ADDRESS));
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}

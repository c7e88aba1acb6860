package org.himaye.web.document;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.NotOpenedNow;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Refused;
import org.himaye.document.DocumentEntry;
import org.himaye.document.DocumentKind;
import org.himaye.document.DocumentLimit;
import org.himaye.document.DocumentProblem;
import org.himaye.document.DocumentRefused;
import org.himaye.document.DocumentService;
import org.himaye.shared.BusinessException;
import org.himaye.shared.TextNotAllowed;
import org.himaye.shared.TextTooLong;
import org.himaye.web.shared.RefusedAddress;

/**
 * Takes one file: a first line with what the form says, as a form would send it, and after it the bytes. Read from the connection into
 * memory and nowhere else, which a form with parts would not be: the server writes those to its disk, in clear. More than the limit is
 * not read. The answer is for the page's script: {@link #KEPT}, or the name of what was wrong.
 */
@WebServlet(UploadDocument.PATH)
public class UploadDocument extends HttpServlet {

    static final String PATH = "/document/upload";
    static final String KEPT = "KEPT";

    /** Something else than the file was wrong: the form finds it itself. */
    private static final String FORM = "FORM";

    private static final int LONGEST_LINE = 8 * 1024;
    private static final int PIECE = 64 * 1024;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int UNPROCESSABLE = 422;

    /** So many files are in memory, each several times while it is checked. */
    private static final Semaphore AT_ONCE = new Semaphore(3);

    /** Whose file is being read: one of each person, or a few slow ones of hers keep everybody else out. */
    private static final Set<UUID> SENDING = ConcurrentHashMap.newKeySet();

    @Inject
    private DocumentService documents;

    @Inject
    private DocumentLimit limit;

    @Inject
    private CurrentCaller caller;

    @Inject
    private RefusedAddress refusals;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            take(request);
            answer(response, HttpServletResponse.SC_CREATED, KEPT);
        } catch (Refused refused) {
            if (!refused.recorded()) {
                refusals.record(PATH, refused);
            }
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (NotOpenedNow away) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } catch (DocumentRefused refused) {
            answer(response, UNPROCESSABLE, refused.problem().name());
        } catch (BusinessException wrong) {
            answer(response, UNPROCESSABLE, FORM);
        }
    }

    /** What was not read of a file that is too large is not waited for. */
    private static void answer(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        if (status != HttpServletResponse.SC_CREATED) {
            response.setHeader("Connection", "close");
        }
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void take(HttpServletRequest request) throws IOException {
        if (!caller.get().may(Permission.DOCUMENT_WRITE)) {
            throw new Refused(AccessReason.NO_PERMISSION);
        }
        // No browser sends a file without its length, and the server would read what has none to its end.
        if (request.getContentLengthLong() < 0) {
            documents.refuse(null, DocumentProblem.BROKEN_OFF);
        }
        InputStream in = request.getInputStream();
        long end = System.nanoTime() + LONGEST.toNanos();
        Map<String, String> said = whole(null, () -> said(in, end));
        CaseNumber number = CaseNumber.parse(said.get("case"));
        DocumentEntry entry = entry(number, said);
        if (request.getContentLengthLong() > (long) limit.bytes() + LONGEST_LINE) {
            documents.refuse(number, DocumentProblem.TOO_LARGE);
        }
        UUID sender = caller.get().sub();
        if (!SENDING.add(sender)) {
            documents.refuse(number, DocumentProblem.BUSY);
        }
        try {
            keep(number, entry, () -> content(in, end));
        } finally {
            SENDING.remove(sender);
        }
    }

    private void keep(CaseNumber number, DocumentEntry entry, Reading<byte[]> content) {
        if (!AT_ONCE.tryAcquire()) {
            documents.refuse(number, DocumentProblem.BUSY);
        }
        try {
            documents.add(number, entry, whole(number, content));
        } finally {
            AT_ONCE.release();
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    /** What does not come whole or is too large is on record, with its case as soon as that was said. */
    private <T> T whole(CaseNumber number, Reading<T> part) {
        try {
            return part.read();
        } catch (DocumentRefused refused) {
            documents.refuse(number, refused.problem());
            throw refused;
        } catch (IOException gone) {
            documents.refuse(number, DocumentProblem.BROKEN_OFF);
            throw new UncheckedIOException(gone);
        }
    }

    /** A title that nobody types is on record as what is missing, which is seen later. */
    private DocumentEntry entry(CaseNumber number, Map<String, String> said) {
        try {
            return entry(said);
        } catch (TextNotAllowed | TextTooLong wrong) {
            documents.refuse(number, wrong);
            throw wrong;
        }
    }

    private static DocumentEntry entry(Map<String, String> said) {
        return new DocumentEntry(
                DocumentFile.id(said.get("document")),
                code(DocumentKind.values(), said.get("kind")),
                said.get("title"),
                code(DataClass.values(), said.get("dataClass")),
                Optional.ofNullable(said.get("of")).map(DocumentFile::id).orElse(null));
    }

    private static <T extends Enum<T>> T code(T[] codes, String name) {
        return Arrays.stream(codes)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> said(InputStream in, long end) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0 || line.size() == LONGEST_LINE || System.nanoTime() > end) {
                throw new DocumentRefused(DocumentProblem.BROKEN_OFF);
            }
            line.write(one);
        }
        Map<String, String> said = new HashMap<>();
        for (String field : line.toString(StandardCharsets.US_ASCII).split("&")) {
            int cut = field.indexOf('=');
            if (cut > 0 && cut < field.length() - 1) {
                said.put(field.substring(0, cut), decoded(field.substring(cut + 1)));
            }
        }
        return said;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw new DocumentRefused(DocumentProblem.BROKEN_OFF);
        }
    }

    /** One byte more than the limit ends it, however much was announced. */
    private byte[] content(InputStream in, long end) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream(PIECE);
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            if (content.size() + read > limit.bytes()) {
                throw new DocumentRefused(DocumentProblem.TOO_LARGE);
            }
            if (System.nanoTime() > end) {
                throw new DocumentRefused(DocumentProblem.BROKEN_OFF);
            }
            content.write(piece, 0, read);
        }
        return content.toByteArray();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.record(PATH, new Refused(AccessReason.UNKNOWN_ADDRESS));
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}

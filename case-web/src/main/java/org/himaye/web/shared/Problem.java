package org.himaye.web.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import org.himaye.confidentiality.KeysUnavailable;
import org.himaye.confidentiality.LogUnavailable;
import org.himaye.confidentiality.NotOpenedNow;
import org.himaye.draft.DraftsUnavailable;

/**
 * The pages one sees when something is not there or does not work. A plain servlet over one static page, so that it also answers
 * when Faces, the database or sign-in do not. Says neither what runs here nor whether a refused address exists.
 */
@WebServlet(Problem.PATH)
public class Problem extends HttpServlet {

    static final String PATH = "/problem";
    static final String KIND = "himaye.problem.kind";
    static final String UNTIL = "himaye.problem.until";
    static final String REFERENCE = "himaye.problem.reference";

    private static final Logger LOG = System.getLogger(Problem.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What is said; the words are the messages {@code problem.<kind>.title} and {@code .text}. */
    enum Kind {
        UNKNOWN(404),
        EXPIRED(409),
        /** As much as an hour gives was taken; the page says when it goes on. */
        LATER(429),
        BUSY(503),
        /** A form would begin without what does not open, and be saved over it. */
        SEALED(503),
        FAILED(500);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        /** Everything a caller did wrong is "unknown"; a part that is away for a moment is "busy". */
        static Kind of(int status) {
            return status == 503 || status == 502 || status == 504 ? BUSY : status >= 500 ? FAILED : UNKNOWN;
        }
    }

    /** Writes the failure into the log, without any text of the failure itself, and returns the reference number. */
    static String log(Throwable thrown) {
        byte[] random = new byte[4];
        RANDOM.nextBytes(random);
        String reference = HexFormat.of().withUpperCase().formatHex(random);
        boolean known = KindExceptionHandler.find(thrown, NotOpenedNow.class).isPresent();
        LOG.log(
                Level.ERROR,
                () -> "failure " + reference + ": "
                        + (known ? "a form was not begun, something of it does not open" : trace(thrown)));
        return reference;
    }

    /** Types and places only: messages of exceptions may quote what a person typed. */
    private static String trace(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            trace.append(each == thrown ? "" : " caused by ")
                    .append(each.getClass().getName());
            trace.append(Arrays.stream(each.getStackTrace())
                    .limit(12)
                    .map(place -> "\n    at " + place)
                    .collect(Collectors.joining("", "", "\n")));
        }
        return trace.toString();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Kind kind = kind(request);
        byte[] page = page(request, kind, reference(request, kind)).getBytes(StandardCharsets.UTF_8);
        response.setStatus(kind.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private static Kind kind(HttpServletRequest request) {
        if (request.getAttribute(KIND) instanceof Kind known) {
            return known;
        }
        if (isBusy(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))) {
            return Kind.BUSY;
        }
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) {
            return Kind.of(status);
        }
        return Arrays.stream(Kind.values())
                .filter(each -> each.name().equals(request.getParameter("kind")))
                .findFirst()
                .orElse(Kind.UNKNOWN);
    }

    /** Without log, keys or drafts nothing may be shown, but that passes. */
    static boolean isBusy(Object thrown) {
        Throwable each = thrown instanceof Throwable first ? first : null;
        for (; each != null; each = each.getCause()) {
            if (each instanceof LogUnavailable
                    || each instanceof KeysUnavailable
                    || each instanceof DraftsUnavailable) {
                return true;
            }
        }
        return false;
    }

    private static String reference(HttpServletRequest request, Kind kind) {
        if (request.getAttribute(REFERENCE) instanceof String known) {
            return known;
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return log(thrown);
        }
        String told = request.getParameter("reference");
        return told != null && kind != Kind.UNKNOWN && told.matches("[0-9A-F]{8}") ? told : "";
    }

    private static String until(HttpServletRequest request, Writing writing) {
        return request.getAttribute(UNTIL) instanceof Instant when ? writing.show(when) : "";
    }

    private String page(HttpServletRequest request, Kind kind, String reference) throws IOException {
        Catalogue catalogue = Catalogue.of(getServletContext());
        Language language = Language.of(request);
        String key = "problem." + kind.name().toLowerCase(Locale.ROOT);
        String text = kind == Kind.LATER
                ? catalogue.text(language, key + ".text", until(request, new Writing(catalogue, language)))
                : catalogue.text(language, key + ".text");
        String number = reference.isEmpty() ? "" : catalogue.text(language, "problem.reference", reference);
        try (InputStream template = getServletContext().getResourceAsStream("/WEB-INF/errorpages/problem.html")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{language}", language.getTag())
                    .replace("{assets}", Assets.version(getServletContext()))
                    .replace("{name}", catalogue.text(language, "frame.name"))
                    .replace("{title}", catalogue.text(language, key + ".title"))
                    .replace("{text}", text)
                    .replace("{reference}", number)
                    .replace("{exit}", catalogue.text(language, "frame.exit"))
                    .replace("{home}", catalogue.text(language, "problem.home"));
        }
    }
}

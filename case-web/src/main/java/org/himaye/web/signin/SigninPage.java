package org.himaye.web.signin;

import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.himaye.web.shared.Catalogue;
import org.himaye.web.shared.Language;

/** The few plain pages around sign-in, open to everybody: they say how it ended and know nothing about anybody. */
@WebServlet(SigninPage.PATH + "*")
public class SigninPage extends HttpServlet {

    static final String PATH = "/signin/page/";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String NUMBER = "[0-9A-F]{8}";

    /** What is said: the messages {@code signin.<name>.title}, {@code .text} and {@code .act}. */
    enum Kind {
        /** The sign-in came back too late, twice or wrong. */
        AGAIN(400),
        /** The identity provider says who it is, our staff list does not know what as. */
        NO_FUNCTION(403),
        /** The identity provider or the database is away. */
        AWAY(503),
        LEFT(200),
        /** Signed out here, but the identity provider could not be told. */
        LEFT_HALF(200);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        private String path() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static String newNumber() {
        byte[] random = new byte[4];
        RANDOM.nextBytes(random);
        return HexFormat.of().withUpperCase().formatHex(random);
    }

    /** The address of a page; the number is how the person can ask for help about this one event, or empty. */
    static String address(Kind kind, String number) {
        return PATH + kind.path() + (number.isEmpty() ? "" : "?number=" + number);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked = String.valueOf(request.getPathInfo()).replace("/", "");
        Kind kind = Arrays.stream(Kind.values())
                .filter(each -> each.path().equals(asked))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String number = request.getParameter("number");
        write(request, response, kind, number != null && number.matches(NUMBER) ? number : "");
    }

    /** Answers with the page itself, for where a redirect would hide that something is away. */
    static void write(HttpServletRequest request, HttpServletResponse response, Kind kind, String number)
            throws IOException {
        byte[] page = page(request, kind, number).getBytes(StandardCharsets.UTF_8);
        ResponseHeaders.apply(request, response);
        response.setStatus(kind.status);
        response.setContentType("text/html;charset=UTF-8");
        if (kind == Kind.AWAY) {
            response.setHeader("Retry-After", "10");
        }
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
        response.flushBuffer();
    }

    private static String page(HttpServletRequest request, Kind kind, String number) throws IOException {
        ServletContext application = request.getServletContext();
        Catalogue catalogue = Catalogue.of(application);
        Language language = Language.of(request);
        String key = "signin." + kind.name().toLowerCase(Locale.ROOT);
        try (InputStream template = application.getResourceAsStream("/WEB-INF/signin/page.html")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{language}", language.getTag())
                    .replace("{name}", catalogue.text(language, "frame.name"))
                    .replace("{title}", catalogue.text(language, key + ".title"))
                    .replace("{text}", catalogue.text(language, key + ".text"))
                    .replace("{number}", number.isEmpty() ? "" : catalogue.text(language, "problem.reference", number))
                    .replace("{act}", catalogue.text(language, key + ".act"));
        }
    }
}

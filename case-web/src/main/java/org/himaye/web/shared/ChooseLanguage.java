package org.himaye.web.shared;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Remembers the chosen language and returns to the page the person came from; open to everybody. */
@WebServlet(ChooseLanguage.PATH)
public class ChooseLanguage extends HttpServlet {

    static final String PATH = "/language";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language chosen = Language.ofTag(request.getParameter("to")).orElse(Language.AZ);
        Cookie cookie = new Cookie(Language.COOKIE, chosen.getTag());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        response.addCookie(cookie);
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(safe(request.getParameter("back")));
    }

    /** Only an address of our own: no other host, no trick with slashes or line ends. */
    static String safe(String back) {
        return back != null && back.matches("/([A-Za-z0-9_.?=&%-][A-Za-z0-9/_.?=&%+-]*)?") ? back : "/";
    }
}

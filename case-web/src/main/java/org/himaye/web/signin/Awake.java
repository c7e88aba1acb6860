package org.himaye.web.signin;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Asked by a page whose screen was hidden, when its person is back: does the session live? It is a use of the session, so no script may
 * ask by itself. Whoever is not signed in never gets here and is answered 401.
 */
@WebServlet(Awake.PATH)
public class Awake extends HttpServlet {

    static final String PATH = "/awake";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                && !"navigate".equals(request.getHeader("Sec-Fetch-Mode"))) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}

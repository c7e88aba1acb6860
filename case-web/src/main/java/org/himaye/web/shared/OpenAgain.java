package org.himaye.web.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The way of a form that was sent may not lead to another server, not even by a redirect (form-action 'self'): browsers would stop it
 * without a word. So the page opens itself anew, and that request is led to sign-in.
 */
public final class OpenAgain {

    private OpenAgain() {}

    public static void write(HttpServletResponse response, String path) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write("<!DOCTYPE html><html lang=\"az\"><head><meta charset=\"UTF-8\"><title>·</title>"
                        + "<meta http-equiv=\"refresh\" content=\"0; url=" + escaped(path)
                        + "\"></head><body></body></html>");
    }

    /** For an attribute of a page. */
    public static String escaped(String path) {
        return path.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}

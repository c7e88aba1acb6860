package org.himaye.web.signin;

import jakarta.servlet.http.HttpServletRequest;

/** An address of this server to go back to after sign-in. Anything else becomes the start page, so that nobody is led elsewhere. */
final class LocalPath {

    private static final int LIMIT = 2_000;

    private LocalPath() {}

    /** Where a request wanted to go. What a form sent is not repeated: only its page is opened again. */
    static String of(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean read = request.getMethod().equals("GET") && request.getQueryString() != null;
        return safe(read ? path + "?" + request.getQueryString() : path);
    }

    static String safe(String path) {
        boolean local = path != null
                && path.length() <= LIMIT
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\')
                && !path.startsWith("/signin/");
        return local ? path : "/";
    }
}

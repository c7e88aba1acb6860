package org.himaye.web.shared;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a page sends somebody whose act asks for a second factor. */
public final class StepUpAddress {

    public static final String PATH = "/signin/step-up";

    /** Parameter: the page to come back to. */
    public static final String TARGET = "to";

    private StepUpAddress() {}

    /** @param target a path of this server */
    static String of(String target) {
        return PATH + "?" + TARGET + "=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
    }
}

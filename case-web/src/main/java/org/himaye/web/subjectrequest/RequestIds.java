package org.himaye.web.subjectrequest;

import java.util.UUID;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Refused;

/** The id of a request as an address carries it, beside the number of its case. */
final class RequestIds {

    private static final String SHAPE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private RequestIds() {}

    /** @throws Refused for anything that is none, as for one that is not there */
    static UUID of(String text) {
        if (text == null || !text.matches(SHAPE)) {
            throw new Refused(AccessReason.UNKNOWN);
        }
        return UUID.fromString(text);
    }
}

package org.himaye.web.shared;

import java.util.UUID;

/** Ids as an address carries them. */
public final class Ids {

    private static final String SHAPE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private Ids() {}

    /** @return null for anything that is none */
    public static UUID of(String text) {
        return text != null && text.matches(SHAPE) ? UUID.fromString(text) : null;
    }
}

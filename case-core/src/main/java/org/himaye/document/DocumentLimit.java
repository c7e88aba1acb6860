package org.himaye.document;

import jakarta.enterprise.context.ApplicationScoped;

/** How large a file may be: 20 MB, or what the system property {@code himaye.document.megabytes} says. */
@ApplicationScoped
public class DocumentLimit {

    static final int MEGABYTE = 1024 * 1024;

    private final int megabytes = Integer.getInteger("himaye.document.megabytes", 20);

    public int megabytes() {
        return megabytes;
    }

    public int bytes() {
        return megabytes * MEGABYTE;
    }

    /** @throws DocumentRefused when it is larger */
    void require(int length) {
        if (length > bytes()) {
            throw new DocumentRefused(DocumentProblem.TOO_LARGE);
        }
    }
}

package org.himaye.confidentiality;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Emergency access of the caller to one case, as it runs now (domain.md 4.7). It opens classes for reading, where the policy gives the
 * caller's job emergency access to them, and nothing else; every event under it names it.
 *
 * @param id of the row that tells who asked, when and why
 * @param classes what was asked for
 * @param until when it ends by itself
 */
public record Grant(UUID id, Set<DataClass> classes, Instant until) {

    public Grant {
        classes = Set.copyOf(classes);
    }
}

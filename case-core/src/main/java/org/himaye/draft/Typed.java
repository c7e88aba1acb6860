package org.himaye.draft;

import java.util.Set;
import java.util.UUID;
import org.himaye.confidentiality.DataClass;

/**
 * What is known of a form that somebody types into.
 *
 * @param opening which opening of the form it is
 * @param caseId the case it belongs to, or null
 * @param classes what the policy gave the author when the form was opened
 */
public record Typed(UUID opening, UUID caseId, Set<DataClass> classes) {

    public Typed {
        classes = Set.copyOf(classes);
    }
}

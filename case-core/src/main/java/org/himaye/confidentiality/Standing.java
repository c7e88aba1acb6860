package org.himaye.confidentiality;

import jakarta.enterprise.context.RequestScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * How the caller stood to the cases that the acts of this request opened. A page keeps it, because what it shows once more from its memory
 * is decided by nobody (BR-071, docs/adr/0039).
 */
@RequestScoped
public class Standing {

    /**
     * To one case.
     *
     * @param relations which let the caller at the case; none when the capability had a right of its own
     * @param grant the emergency access, or null
     */
    public record To(Set<Relation> relations, UUID grant) implements Serializable {}

    private final Map<UUID, To> cases = new HashMap<>();

    public void on(PolicyFacts facts) {
        cases.put(
                facts.caseId(),
                new To(
                        facts.relations(),
                        facts.grant() == null ? null : facts.grant().id()));
    }

    /** By case; empty when none was opened. */
    public Map<UUID, To> cases() {
        return Map.copyOf(cases);
    }
}

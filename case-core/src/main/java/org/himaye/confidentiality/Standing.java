package org.himaye.confidentiality;

import jakarta.enterprise.context.RequestScoped;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * How the caller stood to the cases that the acts of this request opened, and of which others they told. A page keeps it, because what it
 * shows once more from its memory is decided by nobody (BR-071).
 */
@RequestScoped
public class Standing {

    private final Map<UUID, Set<Relation>> opened = new HashMap<>();
    private final Set<UUID> told = new HashSet<>();

    /** @param relations which let the caller at the case; none when the capability had a right of its own */
    public void on(UUID caseId, Set<Relation> relations) {
        opened.computeIfAbsent(caseId, id -> EnumSet.noneOf(Relation.class)).addAll(relations);
    }

    void told(AccessEvent event) {
        event.links().forEach(link -> told.add(link.caseId()));
    }

    public Map<UUID, Set<Relation>> opened() {
        return Map.copyOf(opened);
    }

    /** Cases and referrals. */
    public Set<UUID> told() {
        return Set.copyOf(told);
    }
}

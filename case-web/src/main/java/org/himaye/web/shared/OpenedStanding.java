package org.himaye.web.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.himaye.casefile.CaseStanding;
import org.himaye.confidentiality.Relation;
import org.himaye.confidentiality.Standing;

/** How the caller stood to the cases of a page when it was shown, in the page's memory. */
@ApplicationScoped
public class OpenedStanding {

    private static final String KEY = "himaye.standing";

    @Inject
    private Standing standing;

    @Inject
    private CaseStanding today;

    private record Kept(HashMap<UUID, Set<Relation>> opened, HashSet<UUID> told) implements Serializable {}

    /** Adds what this request opened. */
    void keep(Map<String, Object> memory) {
        Kept before = kept(memory);
        HashMap<UUID, Set<Relation>> opened = new HashMap<>(before.opened());
        opened.putAll(standing.opened());
        HashSet<UUID> told = new HashSet<>(before.told());
        told.addAll(standing.told());
        memory.put(KEY, new Kept(opened, told));
    }

    boolean holds(Map<String, Object> memory) {
        Kept kept = kept(memory);
        return today.holds(kept.opened(), kept.told());
    }

    private static Kept kept(Map<String, Object> memory) {
        return memory.get(KEY) instanceof Kept kept ? kept : new Kept(new HashMap<>(), new HashSet<>());
    }
}

package org.himaye.web.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.himaye.casefile.CaseStanding;
import org.himaye.confidentiality.Standing;

/** How the caller stood to the cases of a page when it was shown, in the page's memory. */
@ApplicationScoped
public class OpenedStanding {

    private static final String KEY = "himaye.standing";

    @Inject
    private Standing standing;

    @Inject
    private CaseStanding today;

    /** Adds what this request opened. */
    void keep(Map<String, Object> memory) {
        HashMap<UUID, Standing.To> cases = new HashMap<>(kept(memory));
        cases.putAll(standing.cases());
        memory.put(KEY, cases);
    }

    boolean holds(Map<String, Object> memory) {
        return today.holds(kept(memory));
    }

    @SuppressWarnings("unchecked")
    private static Map<UUID, Standing.To> kept(Map<String, Object> memory) {
        return (Map<UUID, Standing.To>) memory.getOrDefault(KEY, Map.of());
    }
}

package org.himaye.accesslog;

import java.time.LocalDate;
import java.util.Map;
import org.himaye.confidentiality.AccessEvent;

/** How many accesses a day in Baku had, by how they ended. An outcome without accesses is missing. */
public record AccessDay(LocalDate day, Map<AccessEvent.Outcome, Integer> counts) {

    public int count(AccessEvent.Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}

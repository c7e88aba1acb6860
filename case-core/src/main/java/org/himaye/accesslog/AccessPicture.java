package org.himaye.accesslog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How the accesses of some days divide.
 *
 * @param days oldest first, days without any included
 * @param roles the most frequent first, as the next two; what is told of no job or purpose is in none
 * @param complete false when there were more than {@link #LIMIT}: then only the newest are counted
 */
public record AccessPicture(
        List<AccessDay> days, List<Count> roles, List<Count> classes, List<Count> purposes, boolean complete) {

    /** Counting ends here. */
    public static final int LIMIT = 50_000;

    /** So many accesses of one code. */
    public record Count(Enum<?> code, int accesses) {}

    static List<Count> counts(Map<? extends Enum<?>, Integer> counts) {
        return counts.entrySet().stream()
                .map(each -> new Count(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingInt(Count::accesses).reversed())
                .toList();
    }

    static AccessPicture none() {
        return new AccessPicture(List.of(), List.of(), List.of(), List.of(), true);
    }
}

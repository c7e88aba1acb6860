package org.himaye.casefile;

import java.util.List;
import java.util.UUID;

/**
 * Whose names a caller may be told of, in few words: a supervisor reaches thousands.
 *
 * @param institution all of whose people are reached, or null
 * @param apart people of it who are reached only if they stand in {@code people} too: a case of theirs is shut to the caller
 * @param people reached one by one
 */
public record Reach(UUID institution, List<UUID> apart, List<UUID> people) {

    public Reach {
        apart = List.copyOf(apart);
        people = List.copyOf(people);
    }

    /** Whether there can be anybody. */
    public boolean nobody() {
        return institution == null && people.isEmpty();
    }
}

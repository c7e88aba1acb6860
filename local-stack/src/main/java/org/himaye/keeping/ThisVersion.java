package org.himaye.keeping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * What the version that restores can read: nothing that a later one wrote.
 *
 * @param changes files of the database's changelog that it knows
 * @param versions of its servers
 */
public record ThisVersion(Set<String> changes, SortedMap<String, String> versions) {

    void demandReads(Manifest manifest) {
        List<String> later = new ArrayList<>();
        if (manifest.format() > Manifest.FORMAT) {
            later.add("its form");
        }
        if (manifest.changes() != null) {
            manifest.changes().stream().filter(file -> !changes.contains(file)).forEach(later::add);
        }
        for (String server : List.of("postgresql", "keycloak")) {
            String theirs = manifest.versions().get(server);
            if (isLater(theirs, versions.get(server))) {
                later.add(server + " " + theirs);
            }
        }
        if (!later.isEmpty()) {
            throw new KeepingProblem("The backup was made by a later version (" + String.join(", ", later)
                    + "): restore it with that version");
        }
    }

    private static boolean isLater(String theirs, String ours) {
        return Arrays.compare(numbers(theirs), numbers(ours)) > 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\D+"))
                .filter(part -> !part.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}

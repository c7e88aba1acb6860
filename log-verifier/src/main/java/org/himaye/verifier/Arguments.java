package org.himaye.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words of a command line: options with a value, flags, and the rest. */
final class Arguments {

    private final Map<String, List<String>> options = new HashMap<>();
    private final List<String> rest = new ArrayList<>();

    /** @throws Unusable for what is not known, or an option without its value */
    Arguments(List<String> words, Set<String> flags, Set<String> valued) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (flags.contains(word)) {
                options.put(word, List.of());
            } else if (valued.contains(word)) {
                if (++i == words.size()) {
                    throw new Unusable(word + " needs a value");
                }
                options.computeIfAbsent(word, none -> new ArrayList<>()).add(words.get(i));
            } else if (word.startsWith("-")) {
                throw new Unusable("nothing is known of " + word);
            } else {
                rest.add(word);
            }
        }
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    Optional<String> one(String option) {
        if (all(option).size() > 1) {
            throw new Unusable(option + " stands twice");
        }
        return all(option).stream().findFirst();
    }

    String needed(String option) {
        return one(option).orElseThrow(() -> new Unusable(option + " is missing"));
    }

    /** The one word that belongs to no option. */
    String only(String what) {
        if (rest.size() != 1) {
            throw new Unusable("give one " + what);
        }
        return rest.getFirst();
    }
}

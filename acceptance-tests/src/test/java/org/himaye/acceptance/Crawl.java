package org.himaye.acceptance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Follows links as a person would: from the menu on, every page that is reached, each once with the first record that leads there. */
final class Crawl {

    /** Links of menu and page to pages of ours; not the language, not files. */
    private static final String LINKS = """
            () => [...document.querySelectorAll('#nav > ul a, main a')]
              .map(a => new URL(a.getAttribute('href') || '#', location.href))
              .filter(u => u.origin === location.origin && u.pathname.endsWith('.xhtml'))
              .map(u => u.pathname + u.search)""";

    private Crawl() {}

    /** Addresses with a number or an id that the person is led to, at most two for each page. */
    static Set<String> numbered(DemoPerson person) {
        Map<String, Set<String>> found = new TreeMap<>();
        try (Visit visit = Visit.of(person)) {
            of(
                    visit,
                    address -> ((List<?>) visit.page().evaluate(LINKS))
                            .stream()
                                    .map(String::valueOf)
                                    .filter(link -> link.matches(".*[?&](number|id|case)=.+"))
                                    .forEach(link -> {
                                        Set<String> ofPage = found.computeIfAbsent(
                                                link.replaceFirst("\\?.*", ""), page -> new TreeSet<>());
                                        if (ofPage.size() < 2) {
                                            ofPage.add(link);
                                        }
                                    }));
        }
        return found.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param at called on each page while it is open */
    static List<String> of(Visit visit, Consumer<String> at) {
        Deque<String> waiting = new ArrayDeque<>(visit.menu());
        Set<String> seen = new HashSet<>();
        List<String> visited = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String address = waiting.poll();
            if (!seen.add(address.replaceFirst("\\?.*", ""))) {
                continue;
            }
            visit.open(address);
            visited.add(address);
            at.accept(address);
            ((List<?>) visit.page().evaluate(LINKS)).forEach(link -> waiting.add(String.valueOf(link)));
        }
        return visited;
    }
}

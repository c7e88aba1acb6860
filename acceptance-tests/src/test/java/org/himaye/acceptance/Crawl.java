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
import java.util.function.Function;
import java.util.stream.Collectors;

/** Follows links as a person would: from the menu on, every page that is reached, each once with the first record that leads there. */
final class Crawl {

    /** Links of menu and page to pages of ours; not the language, not files. Of the open page, or of the given one, which is not shown. */
    private static final String LINKS = """
            async address => {
              const answer = address && await fetch(address);
              const page = address ? new DOMParser().parseFromString(await answer.text(), 'text/html') : document;
              return [...page.querySelectorAll('#nav > ul a, .cw-user a, main a')]
                .map(a => new URL(a.getAttribute('href') || '#', address ? answer.url : location.href))
                .filter(u => u.origin === location.origin && u.pathname.endsWith('.xhtml'))
                .map(u => u.pathname + u.search);
            }""";

    private Crawl() {}

    /** Addresses with a number or an id that the person is led to, at most two for each page. */
    static Set<String> numbered(DemoPerson person) {
        Map<String, Set<String>> found = new TreeMap<>();
        try (Visit visit = Visit.of(person)) {
            follow(visit, address -> {
                List<String> links = links(visit, address);
                links.stream()
                        .filter(link -> link.matches(".*[?&](number|id|case)=.+"))
                        .forEach(link -> {
                            Set<String> ofPage =
                                    found.computeIfAbsent(link.replaceFirst("\\?.*", ""), page -> new TreeSet<>());
                            if (ofPage.size() < 2) {
                                ofPage.add(link);
                            }
                        });
                return links;
            });
        }
        return found.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param at called on each page while it is open */
    static List<String> of(Visit visit, Consumer<String> at) {
        return follow(visit, address -> {
            visit.open(address);
            at.accept(address);
            return links(visit, null);
        });
    }

    /** The same way, for who needs only the addresses: each page is asked for and none is shown. */
    static List<String> addresses(Visit visit) {
        return follow(visit, address -> links(visit, address));
    }

    private static List<String> links(Visit visit, String address) {
        return ((List<?>) visit.page().evaluate(LINKS, address))
                .stream().map(String::valueOf).toList();
    }

    /** @param look what a page leads to, by its address */
    private static List<String> follow(Visit visit, Function<String, List<String>> look) {
        Deque<String> waiting = new ArrayDeque<>(visit.menu());
        Set<String> seen = new HashSet<>();
        List<String> visited = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String address = waiting.poll();
            if (seen.add(address.replaceFirst("\\?.*", ""))) {
                visited.add(address);
                waiting.addAll(look.apply(address));
            }
        }
        return visited;
    }
}

package org.himaye.acceptance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Follows links as a person would: from the menu on, every page that is reached, each once with the first record that leads there. */
final class Crawl {

    /** Links of menu and page to pages of ours; not the language, not files. */
    private static final String LINKS = """
            () => [...document.querySelectorAll('#nav > ul a, main a')]
              .map(a => new URL(a.getAttribute('href') || '#', location.href))
              .filter(u => u.origin === location.origin && u.pathname.endsWith('.xhtml'))
              .map(u => u.pathname + u.search)""";

    private Crawl() {}

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

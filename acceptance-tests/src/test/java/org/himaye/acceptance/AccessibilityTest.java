package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** WCAG 2.2 AA as far as a machine can tell, and no page that must be pushed sideways on a phone. */
class AccessibilityTest {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** What changes with the page alone and neither with the words nor with who reads them; it takes the most time. */
    private static final List<String> SAME_IN_ALL = List.of("color-contrast");

    /** How often each page was looked at, and in its language, whoever opened it. */
    private static final Map<String, Integer> LOOKED = new ConcurrentHashMap<>();

    /** So many roles show what differs in a page that several have. */
    private static final int ROLES = 3;

    private static final String TOO_WIDE = """
            () => {
              if (document.documentElement.scrollWidth <= innerWidth) return '';
              const wide = [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1);
              return document.documentElement.scrollWidth + ' by ' + wide.slice(0, 3).map(e => e.tagName + '.' + e.className).join(' ');
            }""";

    /** One of each desk: the others see the same pages. Two at once, because the browser has most to do. */
    @ParameterizedTest
    @Execution(CONCURRENT)
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {
                "caseworker2",
                "caseworker3",
                "supervisor2",
                "police2",
                "partner1",
                "identification2",
                "medic1",
                "finance_reviewer",
                "finance_payer"
            })
    void noPageOfTheRoleHasASeriousBarrier(DemoPerson person) {
        try (Visit visit = Visit.of(person)) {
            assertEquals(List.of(), barriers(visit));
        }
    }

    /** Russian has the longest words; English is looked at in the long run. */
    private static List<String> otherLanguages() {
        return "yes".equals(System.getProperty("himaye.long")) ? List.of("ru", "en") : List.of("ru");
    }

    @ParameterizedTest
    @Execution(CONCURRENT)
    @MethodSource("otherLanguages")
    void norInTheOtherLanguages(String language) {
        for (DemoPerson person : List.of(DemoPerson.caseworker1, DemoPerson.police1, DemoPerson.auditor1)) {
            try (Visit visit = Visit.of(person)) {
                visit.open("/language?to=" + language + "&back=/");
                assertEquals(language, visit.page().locator("html").getAttribute("lang"));
                assertEquals(List.of(), barriers(visit));
            }
        }
    }

    @Test
    void signInAndErrorPagesHaveNone() {
        try (Visit visit = Visit.ofStranger()) {
            visit.open("/");
            assertEquals(List.of(), serious(visit, "sign-in", List.of()));
        }
        try (Visit visit = Visit.of(DemoPerson.police1)) {
            visit.open("/nothing/here.xhtml");
            assertEquals(List.of(), serious(visit, "unknown address", List.of()));
        }
    }

    private static List<String> barriers(Visit visit) {
        List<String> found = new ArrayList<>();
        List<String> pages = Crawl.of(visit, address -> {
            String page = address.replaceFirst("\\?.*", "");
            String language = visit.page().locator("html").getAttribute("lang");
            boolean again = LOOKED.merge(page, 1, Integer::sum) > 1;
            if (LOOKED.merge(language + page, 1, Integer::sum) > ROLES) {
                return;
            }
            found.addAll(serious(visit, address, again ? SAME_IN_ALL : List.of()));
            visit.page().setViewportSize(360, 800);
            String wide = visit.page().evaluate(TOO_WIDE).toString();
            visit.page().setViewportSize(1280, 900);
            if (!wide.isEmpty()) {
                found.add(address + " is wider than a phone: " + wide);
            }
        });
        assertFalse(pages.isEmpty());
        return found;
    }

    private static List<String> serious(Visit visit, String address, List<String> without) {
        AxeBuilder all = new AxeBuilder(visit.page()).withTags(RULES).setLegacyMode(true);
        return (without.isEmpty() ? all : all.disableRules(without))
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> address + " " + rule.getId() + " "
                                + rule.getNodes().stream()
                                        .limit(3)
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
    }
}

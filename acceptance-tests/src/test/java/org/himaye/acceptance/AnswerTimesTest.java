package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What is another's and what does not exist take the same time (BR-006, T3): two hundred alternating questions each. Of the long run,
 * because it measures time.
 */
@EnabledIfSystemProperty(named = "himaye.long", matches = "yes")
class AnswerTimesTest {

    private static final Logger FIGURES = Logger.getLogger(AnswerTimesTest.class.getName());

    private static final int PROBES = 200;
    private static final int WARM_UP = 40;

    /** Two series that differ by chance alone fall below it once in a hundred times; two times one after the other, hardly ever. */
    private static final double DISTINGUISHABLE = 0.01;

    private static final int SERIES = 2;

    private static final String FAMILY = "Ərtoğrulbəyli";
    private static final String DOCUMENT = "AZE 70790890";
    private static final String TELEPHONE = "+994 51 790 08 90";

    private static final String ASK = """
            async (text) => {
              const form = document.querySelector('main form');
              const body = new URLSearchParams(new FormData(form));
              const field = [...form.elements].find(e => e.id === 'text' || e.id.endsWith(':text'));
              const button = form.querySelector('button[type=submit]');
              body.set(field.name, text);
              body.append(button.name, button.value);
              const begin = performance.now();
              const answer = await fetch(form.action, {method: 'POST', body, credentials: 'same-origin'});
              const all = await answer.text();
              const took = performance.now() - begin;
              if (answer.status !== 200 || !all.includes('heç nə tapılmadı')) throw new Error(answer.status + all.slice(0, 2000));
              return took;
            }""";

    private static final String OPEN = """
            async (path) => {
              const begin = performance.now();
              const answer = await fetch(path, {credentials: 'same-origin'});
              await answer.text();
              const took = performance.now() - begin;
              if (answer.status !== 404) throw new Error(path + ' ' + answer.status);
              return took;
            }""";

    private static String number;

    @BeforeAll
    static void somebodyIsKnownAtAnotherHouse() {
        searches(100_000);
        try (Visit visit = Visit.of(DemoPerson.caseworker3)) {
            number = Scenes.startCase(visit);
            Scenes.findable(visit, number, FAMILY, DOCUMENT, TELEPHONE);
            for (String known : List.of(FAMILY, DOCUMENT, TELEPHONE)) {
                Eventually.holds("the index was told of " + known, () -> {
                    visit.open("/search/find.xhtml");
                    visit.fill("text", known).press("Axtar");
                    return visit.shows(number);
                });
            }
        }
    }

    @AfterAll
    static void asItWas() {
        searches(100);
    }

    private static void searches(int most) {
        Database.change("update himaye.configuration set value = " + most + " where key = 'quota.search.per_hour'");
    }

    @Test
    void ofANumberThatIsSearched() {
        assertAlike("number", "/search/find.xhtml", ASK, number, "V-000000-0");
    }

    @Test
    void ofANameThatIsSearched() {
        assertAlike("name", "/search/find.xhtml", ASK, FAMILY, "Ərtoğrulxanlı");
    }

    @Test
    void ofADocumentThatIsSearched() {
        assertAlike("document", "/search/find.xhtml", ASK, DOCUMENT, "AZE 70790891");
    }

    @Test
    void ofATelephoneThatIsSearched() {
        assertAlike("telephone", "/search/find.xhtml", ASK, TELEPHONE, "+994 51 790 08 91");
    }

    @Test
    void ofAnAddressThatIsOpened() {
        String page = "/casefile/overview.xhtml?number=";
        assertAlike("address", "/task/myday.xhtml", OPEN, page + number, page + "V-000000-0");
    }

    private static void assertAlike(String what, String page, String script, String anothers, String unknown) {
        List<String> told = new ArrayList<>();
        try (Visit visit = Visit.of(DemoPerson.caseworker2)) {
            visit.open(page);
            for (int series = 0; series < SERIES; series++) {
                Map<String, double[]> times = Map.of(anothers, new double[PROBES], unknown, new double[PROBES]);
                for (int i = -WARM_UP; i < PROBES; i++) {
                    for (String text : i % 2 == 0 ? List.of(anothers, unknown) : List.of(unknown, anothers)) {
                        double took = ((Number) visit.page().evaluate(script, text)).doubleValue();
                        if (i >= 0) {
                            times.get(text)[i] = took;
                        }
                    }
                }
                double p = MannWhitneyUTest.withDefaults()
                        .test(times.get(anothers), times.get(unknown))
                        .getPValue();
                FIGURES.info(() -> what + ": p = " + p);
                if (p > DISTINGUISHABLE) {
                    return;
                }
                told.add("p = " + p);
            }
        }
        assertEquals(List.of(), told);
    }

    @Test
    void aDifferenceWouldBeSeen() {
        double[] one = new double[PROBES];
        double[] other = new double[PROBES];
        for (int i = 0; i < PROBES; i++) {
            one[i] = 20 + i % 17;
            other[i] = 23 + i % 17;
        }
        assertTrue(MannWhitneyUTest.withDefaults().test(one, other).getPValue() < DISTINGUISHABLE);
    }
}

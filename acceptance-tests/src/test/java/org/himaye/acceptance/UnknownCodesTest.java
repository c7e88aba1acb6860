package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Who posts by hand a code that no list offers is told so beside the field, and nothing is stored (a hole of other systems, whose
 * programs took what their pages never sent).
 */
class UnknownCodesTest {

    /** Sends the filled form once for each question that has a list of answers, with one that is not in it. */
    private static final String POST = """
            async (id) => {
              const own = [...document.querySelectorAll('main form button')].find(b => b.id === id || b.id.endsWith(':' + id));
              const groups = new Map();
              for (const e of own.form.querySelectorAll('select, input[type=radio], input[type=checkbox]')) {
                groups.set(e.name, (groups.get(e.name) || 0) + (e.tagName === 'SELECT' ? 2 : 1));
              }
              const answers = [];
              for (const [name, several] of groups) {
                if (several < 2) continue;
                const body = new URLSearchParams(new FormData(own.form));
                body.set(name, 'NOT_A_CODE');
                body.append(own.name, own.value);
                const answer = await fetch(own.form.action, {method: 'POST', body, credentials: 'same-origin'});
                const text = await answer.text();
                const told = answer.status === 200 && !answer.redirected && text.includes('cw-summary') && !text.includes('NOT_A_CODE');
                answers.push((told ? 'told ' : answer.status + ' ' + answer.redirected + ' ') + name);
              }
              return answers;
            }""";

    @Test
    void whoWorksOnACase() {
        String number = Scenes.walkIn(DemoPerson.caseworker2);
        try (Visit visit = Visit.of(DemoPerson.caseworker2)) {
            toldAt(visit, DemoPerson.caseworker2, "/casefile/start.xhtml", "start", Map.of());
            toldAt(visit, DemoPerson.caseworker2, "/intake/safety.xhtml?number=" + number, "save", Map.of());
        }
    }

    @Test
    void whoRefers() {
        try (Visit visit = Visit.of(DemoPerson.police2)) {
            toldAt(
                    visit,
                    DemoPerson.police2,
                    "/referral/send.xhtml",
                    "send",
                    Map.of("immediateDanger", "false", "consent", "YES"));
        }
    }

    private static void toldAt(Visit visit, DemoPerson person, String page, String button, Map<String, String> given) {
        visit.open(page);
        Form form = Form.of(visit, button);
        given.forEach(form::answer);
        form.fill();
        long before = stored(person);
        List<?> answers = (List<?>) visit.page().evaluate(POST, button);

        assertTrue(answers.size() > 1, page + " asks " + answers);
        assertEquals(
                List.of(),
                answers.stream()
                        .filter(each -> !each.toString().startsWith("told "))
                        .toList());
        assertEquals(before, stored(person), page);
        form.send();
        assertFalse(visit.page().locator(".cw-summary").count() > 0, "right answers are taken: " + visit.text());
    }

    private static long stored(DemoPerson person) {
        return Database.number(
                "select count(*) from himaye.access_event where actor = ? and outcome = 'ALLOWED' and action in ('CREATE', 'UPDATE')",
                person.sub());
    }
}

package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed is shown as it was typed, or refused beside its field; never run. */
class TextAsTextTest {

    /** What a person sees: the words of the page and what stands in its fields. */
    private static final String SHOWN = """
            () => document.body.innerText + '\\n'
              + [...document.querySelectorAll('input, textarea')].map(e => e.value).join('\\n')""";

    /** Written for the file alone: neither page of the case shows them after they were sent. */
    private static final Set<String> NEVER_SHOWN = Set.of("refusedReason", "injuries");

    private static final String HARM = """
            () => window.ran !== undefined
              || document.querySelector('img[src=x], main svg script, main iframe, main object, main embed, base, main link, main meta,'
                  + ' main style, [action*=evil], [src*=evil], [onerror], [onload], [onbegin], [ontoggle]') !== null""";

    private final HostileTexts texts = new HostileTexts();
    private final StringBuilder shown = new StringBuilder();
    private final List<String> harmed = new ArrayList<>();

    /** Every text field of every form, and every page that shows one of them. */
    @Test
    @Tag("ASVS-1.3.2")
    void whatWouldRunIsShownAsText() {
        CasePath path = new CasePath(texts::plant);
        try (Visit police = watched(DemoPerson.police1);
                Visit supervisor = watched(DemoPerson.supervisor1);
                Visit caseworker = watched(DemoPerson.caseworker1)) {
            path.refer(police);
            look(police);
            supervisor.open("/referral/decide.xhtml?number=" + path.receipt());
            supervisor.withPurpose();
            look(supervisor);
            path.accept(supervisor);
            path.intake(caseworker);
            path.tellSpecialUnit(caseworker);
            path.needs(caseworker);
            path.plan(caseworker);
            supervisor.open("/plan/review.xhtml?number=" + path.number()).withPurpose();
            look(supervisor);
            path.sendPlanBack(supervisor);
            for (Visit visit : List.of(police, supervisor, caseworker)) {
                Crawl.of(visit, address -> look(visit));
            }
            for (Pages page : Pages.all()) {
                if (page.openTo(DemoPerson.caseworker1) && Scenes.takesNumber(page)) {
                    String number =
                            page.path().startsWith("/referral/") && !page.tab() ? path.receipt() : path.number();
                    caseworker.open(page.path() + "?number=" + number);
                    if (caseworker.status() == 200) {
                        caseworker.withPurpose();
                        look(caseworker);
                    }
                }
            }
        }
        assertTrue(texts.kinds() > 40, "only so many were planted: " + texts.kinds());
        assertEquals(List.of(), harmed);
        assertEquals(List.of(), texts.missing(shown.toString(), NEVER_SHOWN));
    }

    private Visit watched(DemoPerson person) {
        Visit visit = Visit.of(person);
        visit.page().onDialog(dialog -> {
            harmed.add(visit.page().url() + " opened a dialog");
            dialog.dismiss();
        });
        return visit;
    }

    private void look(Visit visit) {
        if (Boolean.TRUE.equals(visit.page().evaluate(HARM))) {
            harmed.add(visit.page().url());
        }
        String text = String.valueOf(visit.page().evaluate(SHOWN));
        if (text.contains("81162077")) {
            harmed.add(visit.page().url() + " calculated");
        }
        shown.append(text).append('\n');
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc\u202Edcb", "abc\u2066x\u2069", "abc\u0007x", "abc\uFEFFx"})
    void charactersThatNobodyTypesAreRefusedBesideTheFieldAndTheRestStays(String text) {
        try (Visit visit = Visit.of(DemoPerson.police1)) {
            visit.open("/referral/send.xhtml");
            Form.of(visit, "send")
                    .answer("immediateDanger", "false")
                    .answer("documents", text)
                    .answer("personName", "Nümunə")
                    .send();

            Locator message = visit.page().locator("[id$='documents-error']");
            assertEquals(1, message.count(), visit.text());
            assertFalse(message.innerText().isBlank());
            assertEquals("Nümunə", visit.field("personName").inputValue());
        }
    }
}

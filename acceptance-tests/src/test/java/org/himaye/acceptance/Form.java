package org.himaye.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Fills whatever form a page has: the first answer of each question, today as every day, a text in every text field. What a test
 * wants otherwise it says by the field's id. Forms that grow are filled without a change here.
 */
final class Form {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** All controls that a person sees in the form of the button, one line each: kind, id, name, length, mode. */
    private static final String FIELDS = """
            button => {
              document.querySelectorAll('main details').forEach(d => d.open = true);
              const seen = new Set(), all = [];
              const own = [...document.querySelectorAll('main form button')].find(b => b.id === button || b.id.endsWith(':' + button));
              if (!own) throw new Error('no button ' + button);
              for (const e of own.form.querySelectorAll('input, select, textarea')) {
                if (['hidden', 'submit', 'button', 'file'].includes(e.type) || e.disabled || e.readOnly) continue;
                const box = e.closest('.cw-field') || e;
                if (!box.checkVisibility()) continue;
                const group = e.type === 'radio' || e.type === 'checkbox';
                if (group && seen.has(e.name)) continue;
                seen.add(e.name);
                const day = e.maxLength === 10 && e.classList.contains('cw-w-s');
                const kind = group ? e.type : e.tagName === 'SELECT' ? 'select' : day ? 'day' : 'text';
                all.push([kind, e.id, e.name, String(e.maxLength), e.inputMode].join('|'));
              }
              return all;
            }""";

    private final Page page;
    private final String button;
    private final Map<String, String> answers = new HashMap<>();
    private BiFunction<String, Integer, String> texts = (id, length) -> "Mətn";

    private Form(Page page, String button) {
        this.page = page;
        this.button = button;
    }

    /** @param button id of the button that sends the form */
    static Form of(Visit visit, String button) {
        return new Form(visit.page(), button);
    }

    /** @param value an option's code, {@code true}, a day or a text; null leaves the field alone */
    Form answer(String id, String value) {
        answers.put(id, value);
        return this;
    }

    /** @param texts what to write into the text field of that id and length */
    Form texts(BiFunction<String, Integer, String> texts) {
        this.texts = texts;
        return this;
    }

    /** Fills in rounds: an answer can make further fields appear. */
    Form fill() {
        List<String> before = List.of();
        List<String> now = fields();
        while (!now.equals(before)) {
            for (String field : now) {
                if (!before.contains(field)) {
                    fill(field.split("\\|", -1));
                }
            }
            before = now;
            now = fields();
        }
        return this;
    }

    private List<String> fields() {
        return ((List<?>) page.evaluate(FIELDS, button))
                .stream().map(String::valueOf).toList();
    }

    private void fill(String[] field) {
        String kind = field[0];
        String name = field[2];
        String id = name.substring(name.lastIndexOf(':') + 1);
        if (answers.containsKey(id) && answers.get(id) == null) {
            return;
        }
        String wanted = answers.get(id);
        Locator control = page.locator("main [name='" + name + "']");
        boolean single = !kind.equals("radio") && !kind.equals("checkbox");
        if (single && !control.isVisible()) {
            return; // an answer before it made the question go away
        }
        switch (kind) {
            case "radio", "checkbox" -> tick(name, wanted);
            case "select" -> control.selectOption(wanted == null ? firstOption(control) : wanted);
            case "day" ->
                control.fill(
                        wanted == null ? LocalDate.now(ZoneId.of("Asia/Baku")).format(DAY) : wanted);
            default -> control.fill(wanted == null ? text(id, field) : wanted);
        }
    }

    private void tick(String name, String wanted) {
        page.evaluate("""
                ([name, wanted]) => {
                  const all = [...document.getElementsByName(name)].filter(e => e.type === 'radio' || e.type === 'checkbox');
                  const one = wanted ? all.find(e => e.value === wanted || wanted === 'true' && all.length === 1) : all[0];
                  if (!one) throw new Error('no answer ' + wanted + ' of ' + name + ': ' + all.map(e => e.value));
                  if (!one.checked) one.click();
                }""", List.of(name, wanted == null ? "" : wanted));
    }

    private static String firstOption(Locator select) {
        return String.valueOf(select.evaluate("s => [...s.options].find(o => o.value).value"));
    }

    private String text(String id, String[] field) {
        int length = Integer.parseInt(field[3]);
        return switch (field[4]) {
            case "tel" -> "+994 50 555 12 34";
            case "numeric" -> "30";
            case "decimal" -> "100";
            default -> texts.apply(id, length < 0 ? Integer.MAX_VALUE : length);
        };
    }

    /** Fills the form, presses its button and waits for the answer. */
    void send() {
        fill();
        page.locator("main form button[id='" + button + "'], main form button[id$=':" + button + "']")
                .first()
                .click();
        page.waitForLoadState();
    }
}

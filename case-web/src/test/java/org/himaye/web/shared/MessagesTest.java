package org.himaye.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.MessageFormat;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.himaye.confidentiality.ConstraintBroken;
import org.himaye.confidentiality.Refused;
import org.himaye.shared.BusinessException;
import org.junit.jupiter.api.Test;

/** The words: in all languages, all used, all there. */
class MessagesTest {

    private static final Catalogue CATALOGUE = Sources.catalogue();

    /** Keys put together from a part that only the running page knows. */
    private static final List<String> MADE_AT_RUN_TIME = List.of(
            "problem.",
            "signin.",
            "deadline.",
            "Page.",
            "plan_plan.next.",
            "AccessReason.",
            "Logged.",
            "accesslog_file.",
            "task_myday.empty.",
            "StatusStep.",
            "consentPaper.",
            "subjectrequest_whosaw.of.",
            "UnusualWhy.");

    /** Words for page authors, free to be unused for a while. */
    private static final List<String> OFFERED = List.of("general.");

    private static final Pattern TAG = Pattern.compile("<cw:(\\w+)\\b([^>]*)>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b([a-zA-Z]+)=\"([^\"]*)\"");
    private static final Pattern KEY = Pattern.compile("[A-Za-z]\\w*(\\.[\\w-]+)+");
    private static final Pattern IN_BRACKETS = Pattern.compile("msg\\['([^']+)'\\]");
    private static final Pattern WITH = Pattern.compile("msg\\.with\\(\\s*'([^']+)'");
    private static final Pattern LITERAL = Pattern.compile("[\"']([A-Za-z]\\w*(?:\\.[\\w-]+)+)[\"']");
    private static final Pattern TITLE = Pattern.compile("<ui:param name=\"title\" value=\"([^\"]+)\"");
    private static final Set<String> FIELDS = Set.of(
            "field", "input", "textarea", "select", "choice", "yesNo", "checks", "check", "date", "money", "button");
    private static final Set<String> KEY_ATTRIBUTES = Set.of("label", "title", "text", "why", "head", "none", "hint");

    @Test
    void everyKeyExistsInAllLanguages() {
        Set<String> wrong = new TreeSet<>();
        for (Language language : Language.values()) {
            for (Language other : Language.values()) {
                CATALOGUE.all(language).keySet().stream()
                        .filter(key -> !CATALOGUE.all(other).containsKey(key))
                        .forEach(key -> wrong.add(key + " is missing in " + other.getTag()));
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void textsWithArgumentsAreWellFormed() {
        Set<String> wrong = new TreeSet<>();
        for (Language language : Language.values()) {
            CATALOGUE.all(language).forEach((key, text) -> {
                try {
                    if (text.contains("{")) {
                        new MessageFormat(text, language.getLocale());
                    }
                } catch (IllegalArgumentException e) {
                    wrong.add(language.getTag() + " " + key + ": " + e.getMessage());
                }
                if (text.isBlank()) {
                    wrong.add(language.getTag() + " " + key + " is empty");
                }
            });
        }
        assertEquals(Set.of(), wrong);
    }

    /** A label may be a question: what follows it would be a second mark. */
    @Test
    void noMarkFollowsALabel() {
        Set<String> wrong = new TreeSet<>();
        Sources.find(java.nio.file.Path.of("src/main/resources/org/himaye/web/shared"), ".properties")
                .forEach((file, text) -> text.lines()
                        .filter(line -> line.matches(".*\\{\\d}[.!?:]$"))
                        .forEach(line -> wrong.add(file + " " + line)));
        assertEquals(Set.of(), wrong);
    }

    @Test
    void everyUsedKeyExists() {
        Set<String> missing = new TreeSet<>();
        used().forEach((key, where) -> {
            if (!CATALOGUE.has(key)) {
                missing.add(key + " in " + where);
            }
        });
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyKeyIsUsed() {
        Set<String> literals = Stream.concat(Sources.xhtml().values().stream(), Sources.java().values().stream())
                .flatMap(text -> LITERAL.matcher(text).results().map(found -> found.group(1)))
                .collect(Collectors.toSet());
        Set<String> used = used().keySet();
        Set<String> codes = codes();
        Set<String> rules = rules();
        Set<String> unused = CATALOGUE.all(Language.AZ).keySet().stream()
                .filter(key -> !used.contains(key) && !literals.contains(key))
                .filter(key -> !codes.contains(key) && !rules.contains(key) && !isConstraint(key))
                .filter(key -> !(key.endsWith(".hint")
                        && (used.contains(key.replace(".hint", "")) || literals.contains(key.replace(".hint", "")))))
                .filter(key -> Stream.concat(MADE_AT_RUN_TIME.stream(), OFFERED.stream())
                        .noneMatch(key::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unused);
    }

    /** A code without a label would show its technical name; a code list is labelled whole or not at all. */
    @Test
    void codeListsAreLabelledWhole() {
        Set<String> wrong = new TreeSet<>();
        for (Class<?> type : enums()) {
            List<String> keys = keys(type);
            long labelled = keys.stream().filter(CATALOGUE::has).count();
            if (labelled > 0 && labelled < keys.size()) {
                keys.stream().filter(key -> !CATALOGUE.has(key)).forEach(wrong::add);
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void everyRuleOfTheWorkHasItsSentence() {
        assertEquals(
                Set.of(),
                rules().stream().filter(key -> !CATALOGUE.has(key)).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyLineOfMenuAndTabsHasItsName() {
        assertEquals(
                Set.of(),
                Stream.of(Page.Place.MENU, Page.Place.TAB)
                        .flatMap(place -> Page.in(place).stream())
                        .map(page -> "Page." + page.name())
                        .filter(key -> !CATALOGUE.has(key))
                        .collect(Collectors.toSet()));
    }

    /** What stands on a screen that others see must not tell what the work is about. */
    @Test
    void titlesAndMenusAreNeutral() {
        Pattern loud = Pattern.compile(
                "alver|qurban|istismar|sığınacaq|köləlik|cinayət|traffick|victim|exploit|shelter|slave|crime|торговл|жертв|эксплуат|приют|рабств|преступ",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        Set<String> wrong = new TreeSet<>();
        for (Language language : Language.values()) {
            CATALOGUE.all(language).forEach((key, text) -> {
                boolean seen = key.startsWith("Page.") || key.startsWith("frame.") || key.matches("[a-z_]+\\.title");
                if (seen && loud.matcher(text).find()) {
                    wrong.add(language.getTag() + " " + key + " = " + text);
                }
            });
        }
        assertEquals(Set.of(), wrong);
    }

    private static Map<String, String> used() {
        Map<String, String> used = new java.util.TreeMap<>();
        Sources.xhtml().forEach((file, text) -> {
            Stream.of(IN_BRACKETS, WITH, TITLE)
                    .flatMap(pattern -> pattern.matcher(text).results())
                    .map(found -> found.group(1))
                    .filter(key -> KEY.matcher(key).matches())
                    .forEach(key -> used.putIfAbsent(key, file.toString()));
            if (!file.startsWith(Sources.WEBAPP.resolve("WEB-INF"))) {
                TAG.matcher(text).results().forEach(tag -> ofTag(file.toString(), tag.group(1), tag.group(2), used));
            }
        });
        return used;
    }

    /** The keys that one tag of a page names, or that follow from its id. */
    private static void ofTag(String file, String tag, String attributes, Map<String, String> used) {
        String id = null;
        boolean labelled = false;
        for (Matcher each = ATTRIBUTE.matcher(attributes); each.find(); ) {
            String name = each.group(1);
            String value = each.group(2);
            boolean literal = !value.contains("#{");
            id = name.equals("id") ? value : id;
            labelled |= name.equals("label");
            if (KEY_ATTRIBUTES.contains(name)
                    && literal
                    && !value.isEmpty()
                    && !(tag.equals("link") && name.equals("text"))) {
                used.putIfAbsent(name.equals("hint") ? value + ".hint" : value, file);
            }
        }
        if (FIELDS.contains(tag) && !labelled && id != null) {
            String page = Sources.WEBAPP.relativize(java.nio.file.Path.of(file)).toString();
            used.putIfAbsent(
                    page.substring(0, page.lastIndexOf('.')).replace('/', '_').replace('-', '_') + "." + id, file);
        }
    }

    private static Set<String> codes() {
        return enums().stream().flatMap(type -> keys(type).stream()).collect(Collectors.toSet());
    }

    private static List<Class<?>> enums() {
        return Sources.coreClasses().stream().filter(Class::isEnum).toList();
    }

    private static List<String> keys(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> Writing.key((Enum<?>) each))
                .toList();
    }

    private static Set<String> rules() {
        return Sources.coreClasses().stream()
                .filter(type ->
                        BusinessException.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                .filter(type -> !Refused.class.isAssignableFrom(type) && type != ConstraintBroken.class)
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A rule that the database keeps is named by its constraint. */
    private static boolean isConstraint(String key) {
        return key.matches("(uq|ck|fk|ex)_[a-z0-9_]+");
    }
}

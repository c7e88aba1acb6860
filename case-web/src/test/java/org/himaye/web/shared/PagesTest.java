package org.himaye.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every page keeps to, so that the frame's promises hold on each of them. */
class PagesTest {

    /** What may not stand in a page, and why. */
    private static final Map<String, Pattern> FORBIDDEN = new TreeMap<>(Map.of(
            "style attributes: the content security policy is for all of us", Pattern.compile("\\sstyle=\""),
            "unescaped output: a script in a text field must be shown as text", Pattern.compile("escape=\"false\""),
            "inline scripts", Pattern.compile("<script(?![^>]*\\ssrc=)|<h:outputScript(?![^>]*\\sname=)"),
            "inline handlers", Pattern.compile("\\son(click|change|submit|load|blur|focus|key\\w+)=\""),
            "Faces' own inline scripts", Pattern.compile("<(f:ajax|h:commandLink|h:commandScript|f:websocket)\\b"),
            "PrimeFaces parts that need eval or inline scripts",
                    Pattern.compile("<p:(calendar|keyboard|textEditor|editor)\\b"),
            "plain buttons and forms: cw:button and cw:form are there, the form brings the nonce",
                    Pattern.compile("<(h:commandButton|h:outputStylesheet|h:form)\\b"),
            "a labelled link within a note that has a text: a tag hands its attributes on, and the link would show the text's key",
                    Pattern.compile(
                            "<cw:note\\b[^>]*\\btext=[^>]*(?<!/)>(?:(?!</cw:note>).)*?<cw:link\\b[^>]*\\blabel=|<cw:empty\\b[^>]*\\btext=",
                            Pattern.DOTALL),
            "a value of the gate without cw:value or cw:fact",
                    Pattern.compile("\\.value\\}|\\.getValue\\(\\)|<h:outputText\\b")));

    private static final Pattern ICON = Pattern.compile("\\bpi-[a-z-]+");

    @Test
    @Tag("ASVS-1.3.2")
    void nothingForbiddenStandsInAPage() {
        Set<String> wrong = new TreeSet<>();
        Sources.xhtml()
                .forEach((file, text) -> FORBIDDEN.forEach((why, what) -> {
                    boolean tag = file.startsWith(Sources.WEBAPP.resolve("WEB-INF"));
                    if (what.matcher(text).find() && !(tag && (why.startsWith("a value") || why.startsWith("plain")))) {
                        wrong.add(file + ": " + why);
                    }
                }));
        assertEquals(Set.of(), wrong);
    }

    @Test
    @Tag("ASVS-7.4.4")
    void everyPageStandsInTheTemplateAndHasATitle() {
        Set<String> wrong = Sources.pages().entrySet().stream()
                .filter(page -> !page.getValue().contains("template=\"/WEB-INF/templates/")
                        || !page.getValue().contains("<ui:param name=\"title\" value=\""))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), wrong);
    }

    @Test
    void everyPageHasItsAddressAndPermission() {
        assertEquals(
                Set.of(),
                Sources.pages().keySet().stream()
                        .filter(path -> Page.at(path).isEmpty())
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyAddressHasItsPage() {
        assertEquals(
                Set.of(),
                Arrays.stream(Page.values())
                        .filter(page -> !Files.exists(
                                Sources.WEBAPP.resolve(page.getPath().substring(1))))
                        .map(Page::getPath)
                        .collect(Collectors.toSet()));
    }

    /** Whoever fills in a form sees in the menu where the way back leads. */
    @Test
    void everyPageIsUnderOneLineOfTheMenu() {
        Map<Page, List<Page>> wrong = new TreeMap<>();
        for (Page page : Page.values()) {
            List<Page> marked =
                    Page.in(Page.Place.MENU).stream().filter(page::within).toList();
            if (marked.size() != 1) {
                wrong.put(page, marked);
            }
        }
        assertEquals(Map.of(), wrong);
    }

    /** No icon font is loaded but ours: a name that the stylesheet does not know is an empty place before a word. */
    @Test
    void everyIconHasItsSign() throws IOException {
        String stylesheet = Files.readString(Sources.WEBAPP.resolve("resources/himaye/himaye.css"));
        Set<String> without = Stream.concat(Sources.xhtml().values().stream(), Sources.java().values().stream())
                .flatMap(text -> ICON.matcher(text).results().map(MatchResult::group))
                .filter(icon -> !stylesheet.contains("." + icon + "::before"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), without);
    }

    @Test
    @Tag("ASVS-13.4.2")
    void pagesRunAsForPeople() throws IOException {
        String settings = Files.readString(Sources.WEBAPP.resolve("WEB-INF/web.xml"));

        assertTrue(settings.contains("PROJECT_STAGE</param-name><param-value>Production<"));
    }

    @Test
    void pagesOfOneCaseAreUnderTheCasesAndTheirTab() {
        assertTrue(Page.PLAN_EDIT.within(Page.PLAN_PLAN));
        assertTrue(Page.PLAN_EDIT.within(Page.CASE_LIST));
        assertFalse(Page.PLAN_EDIT.within(Page.PLAN_CASELOAD));
        assertFalse(Page.REFERRAL_TOLD.within(Page.REFERRAL_INBOX));
    }
}

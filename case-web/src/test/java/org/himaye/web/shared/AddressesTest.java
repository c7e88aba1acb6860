package org.himaye.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.Servlet;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every address that answers is a page or stands here by name. There is no other interface, and none of them tells of a person past an act. */
class AddressesTest {

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("", "leads to the first page"),
            Map.entry("/language", "keeps a choice"),
            Map.entry("/draft", "takes typed text in, tells nothing"),
            Map.entry("/draft/discard", "takes typed text away"),
            Map.entry("/problem", "a page of three sentences"),
            Map.entry("/task/find", "a number to the address of its page"),
            Map.entry("/document/file", "a document, by an act that takes it along"),
            Map.entry("/document/picture", "a picture on a page, by an act that looks at it"),
            Map.entry("/document/upload", "takes a document in"),
            Map.entry("/breakglass/end", "ends an emergency access"),
            Map.entry("/log/*", "checkpoints and proofs, without a person, for who has the token"),
            Map.entry("/awake", "whether the server is there"),
            Map.entry("/signin/backchannel", "the provider says who went"),
            Map.entry("/signin/callback", "the provider sends who came"),
            Map.entry("/signin/page/*", "what the sign-in page is made of"),
            Map.entry("/signin/out", "ends a session"),
            Map.entry("/signin/exit", "ends it at once"),
            Map.entry("/signin/gone", "says that it ended"),
            Map.entry("/signin/step-up", "asks for the second factor"));

    /** Other ways to publish something at an address. */
    private static final Pattern OTHER_WAYS =
            Pattern.compile("jakarta\\.(ws\\.rs|jws|xml\\.ws|websocket|mvc)\\..*|jakarta\\.ejb\\.Remote");

    private static final Pattern MAPPED = Pattern.compile("<url-pattern>([^<]*)</url-pattern>");

    @Test
    @Tag("ASVS-8.3.1")
    void everyAddressIsKnownByName() {
        Map<String, String> found = new TreeMap<>();
        for (Class<?> type : Sources.webClasses()) {
            WebServlet mapped = type.getAnnotation(WebServlet.class);
            assertEquals(mapped != null, Servlet.class.isAssignableFrom(type), type.getName());
            if (mapped != null) {
                Stream.concat(Arrays.stream(mapped.value()), Arrays.stream(mapped.urlPatterns()))
                        .forEach(address -> found.put(address, type.getName()));
            }
        }
        assertEquals(new TreeSet<>(KNOWN.keySet()), found.keySet());
    }

    @Test
    void theOnlyServletOfTheDescriptorMakesPages() throws IOException {
        String descriptor = Files.readString(Sources.WEBAPP.resolve("WEB-INF/web.xml"));
        List<String> servlets = Pattern.compile("<servlet-class>([^<]*)</servlet-class>")
                .matcher(descriptor)
                .results()
                .map(each -> each.group(1))
                .toList();
        assertEquals(List.of("jakarta.faces.webapp.FacesServlet"), servlets);
        String mapping = descriptor.substring(descriptor.indexOf("<servlet-mapping>"));
        assertEquals(
                "*.xhtml",
                MAPPED.matcher(mapping.substring(0, mapping.indexOf("</servlet-mapping>")))
                        .results()
                        .map((MatchResult each) -> each.group(1))
                        .reduce("", String::concat));
    }

    /** No REST, no SOAP, no socket, no remote bean, in the web module or below it. */
    @Test
    void nothingIsPublishedAnotherWay() {
        Set<String> others = new TreeSet<>();
        List<Class<?>> all = Stream.concat(Sources.webClasses().stream(), Sources.coreClasses().stream())
                .toList();
        assertTrue(all.size() > 500, "classes: " + all.size());
        for (Class<?> type : all) {
            published(type, type.getAnnotations(), others);
            for (Class<?> base = type.getSuperclass(); base != null; base = base.getSuperclass()) {
                if (OTHER_WAYS.matcher(base.getName()).matches()) {
                    others.add(type.getName());
                }
            }
            try {
                for (Method method : type.getDeclaredMethods()) {
                    published(type, method.getAnnotations(), others);
                }
            } catch (NoClassDefFoundError serverOnly) {
                continue;
            }
        }
        assertEquals(Set.of(), others);
        assertTrue(Sources.coreClasses().stream().noneMatch(Servlet.class::isAssignableFrom));
    }

    private static void published(Class<?> type, Annotation[] annotations, Set<String> others) {
        Arrays.stream(annotations)
                .filter(each ->
                        OTHER_WAYS.matcher(each.annotationType().getName()).matches())
                .forEach(each -> others.add(type.getName() + " " + each.annotationType()));
    }
}

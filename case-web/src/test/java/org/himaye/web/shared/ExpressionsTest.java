package org.himaye.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.el.ELException;
import jakarta.inject.Named;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.glassfish.expressly.parser.AstDotSuffix;
import org.glassfish.expressly.parser.AstFunction;
import org.glassfish.expressly.parser.AstIdentifier;
import org.glassfish.expressly.parser.AstMethodArguments;
import org.glassfish.expressly.parser.AstValue;
import org.glassfish.expressly.parser.ELParser;
import org.glassfish.expressly.parser.Node;
import org.junit.jupiter.api.Test;

/** Every expression of every page can be read, and every bean of ours has what a page asks of it: else only a visitor finds out. */
class ExpressionsTest {

    private static final Map<String, Class<?>> BEANS = beans();

    /** Fields that write what was typed into the property they show. */
    private static final Pattern WRITTEN = Pattern.compile(
            "<(?:cw:(?:input|textarea|select|choice|yesNo|checks|check|date|money)|[fo]:viewParam)\\b[^>]*?\\bvalue=\"(#\\{[^\"]+\\})\"",
            Pattern.DOTALL);

    private final Set<String> wrong = new TreeSet<>();
    private int read;

    @Test
    void everyExpressionFitsItsBean() {
        Sources.xhtml().forEach((file, text) -> expressions(text).forEach(each -> read(file, each, false)));
        Sources.xhtml()
                .forEach((file, text) ->
                        WRITTEN.matcher(text).results().forEach(found -> read(file, found.group(1), true)));

        assertTrue(BEANS.size() > 30 && read > 500, BEANS.size() + " beans, " + read + " expressions");
        assertEquals(Set.of(), wrong);
    }

    private void read(Path file, String expression, boolean written) {
        try {
            read++;
            String path = Sources.WEBAPP.relativize(file) + ": " + expression;
            walk(
                    path,
                    ELParser.parse(expression
                            .replace("&amp;", "&")
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")),
                    written);
        } catch (ELException unreadable) {
            wrong.add(Sources.WEBAPP.relativize(file) + ": cannot be read: " + expression);
        }
    }

    private void walk(String where, Node node, boolean written) {
        if (node instanceof AstFunction function && function.getPrefix().equals("cw")) {
            function(where, function);
        }
        if (node instanceof AstValue
                && node.jjtGetChild(0) instanceof AstIdentifier root
                && BEANS.containsKey(root.getImage())) {
            chain(where, BEANS.get(root.getImage()), node, written);
        }
        boolean whole = node.jjtGetNumChildren() == 1 && !(node instanceof AstValue);
        for (int i = 0; i < node.jjtGetNumChildren(); i++) {
            walk(where, node.jjtGetChild(i), written && whole);
        }
    }

    private void function(String where, AstFunction function) {
        int arguments =
                function.jjtGetNumChildren() == 0 ? 0 : function.jjtGetChild(0).jjtGetNumChildren();
        boolean known = Arrays.stream(Functions.class.getMethods())
                .anyMatch(each ->
                        each.getName().equals(function.getLocalName()) && each.getParameterCount() == arguments);
        if (!known) {
            wrong.add(where + " has no function " + function.getLocalName() + " of " + arguments);
        }
    }

    /** Follows the dots as far as the types of the bean tell what comes next. */
    private void chain(String where, Class<?> bean, Node value, boolean written) {
        Class<?> type = bean;
        for (int i = 1; i < value.jjtGetNumChildren(); i++) {
            if (!(value.jjtGetChild(i) instanceof AstDotSuffix dot) || opaque(type)) {
                return;
            }
            String name = dot.getImage();
            boolean last = i + 1 == value.jjtGetNumChildren();
            if (dot.jjtGetNumChildren() > 0 && dot.jjtGetChild(0) instanceof AstMethodArguments arguments) {
                type = method(type, name, arguments.jjtGetNumChildren()).orElse(null);
            } else if (written && last) {
                type = writable(type, name) ? type : null;
            } else {
                type = property(type, name, last).orElse(null);
            }
            if (type == null) {
                wrong.add(where + " asks for " + name + (written && last ? ", which cannot be written" : ""));
                return;
            }
        }
    }

    private static boolean opaque(Class<?> type) {
        return type == Object.class
                || Map.class.isAssignableFrom(type)
                || Collection.class.isAssignableFrom(type)
                || type == Optional.class;
    }

    private static Optional<Class<?>> method(Class<?> type, String name, int arguments) {
        return Arrays.stream(type.getMethods())
                .filter(each -> each.getName().equals(name))
                .filter(each -> each.getParameterCount() == arguments || each.isVarArgs())
                .<Class<?>>map(Method::getReturnType)
                .findFirst();
    }

    /** A property, a component of a record, or the method that an action names. */
    private static Optional<Class<?>> property(Class<?> type, String name, boolean action) {
        Optional<Class<?>> found =
                descriptor(type, name).map(PropertyDescriptor::getReadMethod).map(Method::getReturnType);
        return found.or(() -> type.isRecord() || action ? method(type, name, 0) : Optional.empty());
    }

    private static boolean writable(Class<?> type, String name) {
        return descriptor(type, name).map(PropertyDescriptor::getWriteMethod).isPresent();
    }

    private static Optional<PropertyDescriptor> descriptor(Class<?> type, String name) {
        try {
            return Arrays.stream(Introspector.getBeanInfo(type).getPropertyDescriptors())
                    .filter(each -> each.getName().equals(name))
                    .findFirst();
        } catch (IntrospectionException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    /** The texts from <code>#{</code> to its own brace; braces within quotes and within braces do not end it. */
    private static List<String> expressions(String text) {
        List<String> found = new ArrayList<>();
        for (int start = text.indexOf("#{"); start >= 0; start = text.indexOf("#{", start + 2)) {
            int depth = 0;
            boolean quoted = false;
            for (int at = start + 1; at < text.length(); at++) {
                char sign = text.charAt(at);
                quoted = (sign == '\'') != quoted;
                depth += quoted ? 0 : sign == '{' ? 1 : sign == '}' ? -1 : 0;
                if (depth == 0 && !quoted) {
                    found.add(text.substring(start, at + 1));
                    break;
                }
            }
        }
        return found;
    }

    private static Map<String, Class<?>> beans() {
        Map<String, Class<?>> beans = new TreeMap<>();
        for (Class<?> type : Sources.webClasses()) {
            Named named = type.getAnnotation(Named.class);
            if (named != null) {
                String simple = type.getSimpleName();
                beans.put(
                        named.value().isEmpty()
                                ? Character.toLowerCase(simple.charAt(0)) + simple.substring(1)
                                : named.value(),
                        type);
            }
        }
        return beans;
    }
}

package org.himaye.confidentiality;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.himaye.confidentiality.PolicyFacts.Condition;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The form of {@code field-policy.yaml}: every part is there, once, and says only what is known. A word that nobody understands would be a
 * rule that nobody follows; a server with such a file does not start.
 */
final class PolicyFile {

    private static final Pattern CELL = Pattern.compile("(?:M,P|[FMPBEOSH])(?: if (\\w+))?");

    private static final Set<String> COLUMN = Set.of("roles", "relation");
    private static final Set<String> CHILDREN = Set.of("classes", "team", "purpose");
    private static final Set<String> RECEIVER = Set.of("source", "attributes", "without");
    private static final Set<String> PERSON = Set.of("classes", "never");
    private static final Set<String> WITHHELD = Set.of("attributes", "reason");
    private static final Set<String> EXCEPTION = Set.of("columns", "attribute", "when", "read", "write", "reason");
    private static final Set<String> PARTS =
            Set.of("columns", "classes", "children", "exceptions", "receivers", "danger", "person", "purposes");

    private final Map<?, ?> file;

    private PolicyFile(Map<?, ?> file) {
        this.file = file;
    }

    /** @throws IllegalStateException when it is no policy, whole and understood */
    static Map<?, ?> checked(byte[] text) {
        try {
            Object loaded =
                    new Load(LoadSettings.builder().build()).loadFromString(new String(text, StandardCharsets.UTF_8));
            Map<?, ?> file = map("policy", loaded);
            new PolicyFile(file).check();
            return file;
        } catch (YamlEngineException | IllegalArgumentException broken) {
            throw new IllegalStateException("field-policy.yaml: " + broken.getMessage(), broken);
        }
    }

    private void check() {
        exactly("policy", file, PARTS);
        Map<?, ?> columns = part("columns");
        require(new HashSet<>(columns.values()).size() == columns.size(), "two columns for the same people");
        columns.forEach((name, column) -> {
            exactly("column " + name, map("column " + name, column), COLUMN);
            list("roles", map("column " + name, column).get("roles")).forEach(role -> Role.valueOf(text(role)));
            Relation.valueOf(text(map("column " + name, column).get("relation")));
        });
        classes(columns.keySet());
        Map<?, ?> children = part("children");
        exactly("children", children, CHILDREN);
        known("team", list("team", children.get("team")), columns.keySet());
        exceptions(columns.keySet());
        part("receivers").forEach((kind, entry) -> exactly("receiver " + kind, map("receiver", entry), RECEIVER));
        exactly("person", part("person"), PERSON);
        list("never", part("person").get("never"))
                .forEach(entry -> exactly("person never", map("never", entry), WITHHELD));
        list("danger", file.get("danger"));
        part("purposes").forEach((role, purposes) -> {
            Role.valueOf(text(role));
            list("purposes", purposes).forEach(purpose -> Purpose.valueOf(text(purpose)));
        });
    }

    private void classes(Set<?> columns) {
        Set<String> all = Arrays.stream(DataClass.values()).map(Enum::name).collect(Collectors.toSet());
        exactly("classes", part("classes"), all);
        part("classes").forEach((name, row) -> {
            exactly("class " + name, map("class " + name, row), columns);
            map("class " + name, row).values().forEach(cell -> cell(name + " " + cell, cell));
        });
    }

    private void exceptions(Set<?> columns) {
        Set<List<?>> seen = new HashSet<>();
        for (Object each : list("exceptions", file.get("exceptions"))) {
            Map<?, ?> entry = map("exception", each);
            known("exception", entry.keySet(), EXCEPTION);
            known("columns of an exception", list("columns", entry.get("columns")), columns);
            require(entry.get("attribute") != null, "an exception of no attribute " + entry);
            require(entry.get("read") != null || entry.get("write") != null, "an exception that says nothing " + entry);
            if (entry.get("read") != null) {
                cell("exception " + entry, entry.get("read"));
            }
            Object when = entry.get("when");
            if (when != null) {
                Condition.valueOf(text(when));
            }
            for (Object column : list("columns", entry.get("columns"))) {
                require(
                        seen.add(Arrays.asList(column, entry.get("attribute"), when)),
                        "two exceptions of the same " + entry);
            }
        }
    }

    private Map<?, ?> part(String name) {
        return map(name, file.get(name));
    }

    private static void cell(String what, Object cell) {
        var matcher = CELL.matcher(text(cell));
        require(matcher.matches(), "no such letter: " + what);
        if (matcher.group(1) != null) {
            Condition.valueOf(matcher.group(1));
        }
    }

    private static void exactly(String what, Map<?, ?> part, Set<?> names) {
        known(what, part.keySet(), names);
        require(part.keySet().containsAll(names), what + " lacks something of " + names);
    }

    private static void known(String what, Iterable<?> names, Set<?> known) {
        names.forEach(name -> require(known.contains(name), what + " names the unknown " + name));
    }

    private static Map<?, ?> map(String what, Object value) {
        require(value instanceof Map<?, ?>, what + " is no table");
        return (Map<?, ?>) value;
    }

    private static List<?> list(String what, Object value) {
        require(value instanceof List<?>, what + " is no list");
        return (List<?>) value;
    }

    private static String text(Object value) {
        require(value instanceof String, value + " is no word");
        return (String) value;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("field-policy.yaml: " + otherwise);
        }
    }
}

package org.himaye.web.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of this module as the tests read them. */
public final class Sources {

    static final Path WEBAPP = Path.of("src/main/webapp");
    static final Path MESSAGES = Path.of("src/main/resources/org/himaye/web/messages");

    private Sources() {}

    public static Catalogue catalogue() {
        List<String> files = find(MESSAGES, ".properties").keySet().stream()
                .map(Path::toString)
                .toList();
        return Catalogue.read(files, file -> {
            try {
                return Files.newInputStream(Path.of(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Pages that have an address: path below webapp, with the text. */
    static Map<String, String> pages() {
        return find(WEBAPP, ".xhtml").entrySet().stream()
                .filter(each -> !each.getKey().startsWith(WEBAPP.resolve("WEB-INF"))
                        && !each.getKey().startsWith(WEBAPP.resolve("resources")))
                .collect(Collectors.toMap(
                        each -> "/" + WEBAPP.relativize(each.getKey()),
                        Map.Entry::getValue,
                        (a, b) -> a,
                        TreeMap::new));
    }

    /** Everything Faces reads: pages, templates, tags. */
    static Map<Path, String> xhtml() {
        return find(WEBAPP, ".xhtml");
    }

    static Map<Path, String> java() {
        return find(Path.of("src/main/java"), ".java");
    }

    static Map<Path, String> find(Path folder, String end) {
        if (!Files.exists(folder)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end))
                    .collect(Collectors.toMap(file -> file, Sources::text, (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Top-level and nested classes of case-core that are on the class path as a folder or a jar. */
    public static List<Class<?>> coreClasses() {
        return classes(Path.of("../case-core/target/classes"));
    }

    static List<Class<?>> webClasses() {
        return classes(Path.of("target/classes"));
    }

    private static List<Class<?>> classes(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> root.relativize(file)
                            .toString()
                            .replace(".class", "")
                            .replace('/', '.'))
                    .filter(name -> !name.endsWith("package-info"))
                    .<Class<?>>mapMulti(Sources::load)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves out what needs an API that only the server has; neither codes nor rules do. */
    private static void load(String name, Consumer<Class<?>> loaded) {
        try {
            loaded.accept(Class.forName(name, false, Sources.class.getClassLoader()));
        } catch (NoClassDefFoundError serverOnly) {
            return;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name, e);
        }
    }
}

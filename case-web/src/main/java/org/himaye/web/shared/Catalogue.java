package org.himaye.web.shared;

import com.ibm.icu.text.MessageFormat;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * All labels in all languages. Each capability brings one triple {@code org/himaye/web/messages/<capability>_<language>.properties};
 * together they are one list, so a key stands in one file only. Texts with arguments are ICU messages, because Azerbaijani and
 * Russian count differently.
 */
public final class Catalogue {

    private static final String FOLDER = "/WEB-INF/classes/org/himaye/web/messages/";

    private final Map<Language, Map<String, String>> texts;

    private Catalogue(Map<Language, Map<String, String>> texts) {
        this.texts = texts;
    }

    /** The catalogue of this application, read once. */
    public static Catalogue of(ServletContext application) {
        if (application.getAttribute(Catalogue.class.getName()) instanceof Catalogue known) {
            return known;
        }
        Collection<String> files =
                Optional.ofNullable(application.getResourcePaths(FOLDER)).orElse(java.util.Set.of());
        Catalogue read = read(List.copyOf(files), application::getResourceAsStream);
        application.setAttribute(Catalogue.class.getName(), read);
        return read;
    }

    /** @throws IllegalStateException when two files hold the same key */
    static Catalogue read(Collection<String> files, Function<String, InputStream> opener) {
        Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Map<String, String> all = new HashMap<>();
            files.stream()
                    .filter(file -> file.endsWith("_" + language.getTag() + ".properties"))
                    .forEach(file -> load(file, opener).forEach((key, text) -> {
                        if (all.put((String) key, (String) text) != null) {
                            throw new IllegalStateException("message key stands twice: " + key + " in " + file);
                        }
                    }));
            texts.put(language, Map.copyOf(all));
        }
        return new Catalogue(texts);
    }

    private static Properties load(String file, Function<String, InputStream> opener) {
        Properties properties = new Properties();
        try (InputStream in = opener.apply(file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(String key) {
        return texts.get(Language.AZ).containsKey(key);
    }

    /** The text as written; the key itself when it is missing, which a test prevents. */
    public String text(Language language, String key) {
        return texts.get(language).getOrDefault(key, key);
    }

    /** The text with its arguments; numbers are counted the way the language counts. */
    public String text(Language language, String key, Object... arguments) {
        return arguments.length == 0
                ? text(language, key)
                : new MessageFormat(text(language, key), language.getLocale()).format(arguments);
    }

    /** Every label of a language. */
    public Map<String, String> all(Language language) {
        return texts.get(language);
    }
}

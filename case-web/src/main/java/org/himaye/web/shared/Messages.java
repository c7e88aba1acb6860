package org.himaye.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Set;

/** The labels for pages: {@code #{msg['referral_send.title']}}, with arguments {@code #{msg.with('key', a, b)}}. */
@Named("msg")
@RequestScoped
public class Messages extends AbstractMap<String, String> {

    @Inject
    private HttpServletRequest request;

    @Inject
    private ServletContext application;

    @Override
    public String get(Object key) {
        return catalogue().text(language(), String.valueOf(key));
    }

    @Override
    public boolean containsKey(Object key) {
        return catalogue().has(String.valueOf(key));
    }

    /** The text of {@code key} with its arguments, written in the language of the page. */
    public String with(String key, Object... arguments) {
        Object[] shown = Arrays.stream(arguments).map(this::argument).toArray();
        return catalogue().text(language(), key, shown);
    }

    /** The text in another language than the page's: what is read aloud or printed for a person. */
    public String in(Language other, String key, Object... arguments) {
        Writing writing = new Writing(catalogue(), other);
        Object[] shown = Arrays.stream(arguments)
                .map(value -> value instanceof Number ? value : writing.show(value))
                .toArray();
        return catalogue().text(other, key, shown);
    }

    private Object argument(Object value) {
        return value instanceof Number || value == null ? value : new Writing(catalogue(), language()).show(value);
    }

    private Language language() {
        return Language.of(request);
    }

    private Catalogue catalogue() {
        return Catalogue.of(application);
    }

    /** The labels are asked for one by one, never walked. */
    @Override
    public Set<Entry<String, String>> entrySet() {
        return Set.of();
    }
}

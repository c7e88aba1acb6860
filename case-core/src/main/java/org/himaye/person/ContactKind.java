package org.himaye.person;

import java.util.regex.Pattern;

/** How a person can be reached. */
public enum ContactKind {
    /** Also short numbers; spaces, hyphens and brackets as people write them. */
    PHONE("[+(]?[0-9][0-9 ()./-]{1,22}[0-9]"),
    EMAIL("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+"),
    ADDRESS(".+"),
    SOCIAL(".+");

    private final Pattern form;

    ContactKind(String form) {
        this.form = Pattern.compile(form, Pattern.DOTALL);
    }

    /** Tells whether a text can be one; null fits none. */
    public boolean fits(String value) {
        return value != null && form.matcher(value).matches();
    }
}

package org.himaye.shared;

/** Something to choose from a list that is no code: a colleague, an institution. Its {@code toString()} is its id, for the form. */
public interface Choosable {

    /** What the reader sees: a text or a {@link Translated}. */
    Object label();
}

package org.himaye.web.shared;

import java.util.UUID;

/**
 * A line of a list that grows while one types. {@link Edit} meets lines by their key, not by their place: what others added comes
 * in, what they took out goes, unless it was written on meanwhile.
 */
public interface FormLine {

    UUID getKey();

    /** What would be saved, comparable by its value; null while nothing is typed. */
    Object content();

    /** The same line, on its own. */
    FormLine copy();

    /** The same text as a line of its own: the stored one is gone. */
    FormLine anew();
}

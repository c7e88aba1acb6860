package org.himaye.shared;

/** A text holds control characters or signs that turn the writing direction. */
public class TextNotAllowed extends BusinessException {

    public TextNotAllowed(String field) {
        super(field, new Object[0]);
    }
}

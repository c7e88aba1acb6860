package org.himaye.shared;

/** A text is longer than its field allows. */
public class TextTooLong extends BusinessException {

    public TextTooLong(String field, int longest) {
        super(field, new Object[] {longest});
    }
}

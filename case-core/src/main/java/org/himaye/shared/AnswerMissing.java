package org.himaye.shared;

/** A question that must be answered has no answer. The sentence names the field by its label. */
public class AnswerMissing extends BusinessException {

    public AnswerMissing(String field) {
        super(field, new Object[0]);
    }
}

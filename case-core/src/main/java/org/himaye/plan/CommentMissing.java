package org.himaye.plan;

import org.himaye.shared.BusinessException;

/** Whoever sends a plan back says why. */
public class CommentMissing extends BusinessException {

    public CommentMissing() {
        super("comment", new Object[0]);
    }
}

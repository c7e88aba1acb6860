package org.himaye.plan;

import org.himaye.shared.BusinessException;

/** A child is heard: what the child thinks is written down beside the guardian's consent (domain.md 2.6). */
public class ChildOpinionMissing extends BusinessException {

    public ChildOpinionMissing() {
        super("childOpinion", new Object[0]);
    }
}

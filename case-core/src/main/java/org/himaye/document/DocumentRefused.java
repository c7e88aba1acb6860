package org.himaye.document;

import org.himaye.shared.BusinessException;

/** A file is not taken, and nothing of it is kept. */
public class DocumentRefused extends BusinessException {

    private final DocumentProblem problem;

    public DocumentRefused(DocumentProblem problem) {
        super("file", new Object[0]);
        this.problem = problem;
    }

    public DocumentProblem problem() {
        return problem;
    }

    /** Each problem has a sentence of its own. */
    @Override
    public String key() {
        return DocumentProblem.class.getSimpleName() + "." + problem;
    }
}

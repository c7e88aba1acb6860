package org.himaye.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The rules of one form: all of them are looked at, and everything that is broken is told at once. A rule that concerns an answer
 * which is not there yet holds; that it is missing is told by itself.
 */
public final class Rules {

    private final List<BusinessException> broken = new ArrayList<>();

    /** @param otherwise what to tell when the rule does not hold */
    public Rules unless(boolean holds, Supplier<? extends BusinessException> otherwise) {
        if (!holds) {
            broken.add(otherwise.get());
        }
        return this;
    }

    /** @param rule throws when it is broken */
    public Rules keep(Runnable rule) {
        try {
            rule.run();
        } catch (BusinessException e) {
            broken.addAll(e.all());
        }
        return this;
    }

    /** @throws BusinessException the first that is broken, which knows the others */
    public void hold() {
        if (!broken.isEmpty()) {
            BusinessException first = broken.getFirst();
            broken.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}

package org.himaye.confidentiality;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The class of an entity's attribute, declared here and nowhere else (BR-070). Policy, gate, log, docs/data-classification.md and
 * tests read it. An attribute without it fails the build.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Confidential {

    DataClass value();

    /** What a reader with the right M sees. */
    Mask mask() default Mask.HIDDEN_TEXT;

    /** How a masked value looks; the bare minimum is computed inside the gate, the rest never leaves it. */
    enum Mask {
        /** Bullets of a fixed length: not even the length is told. */
        HIDDEN_TEXT,
        /** Bullets and the last two characters, for numbers (domain.md 3.1). */
        LAST_TWO,
        /** Only that something is there. */
        EXISTS
    }
}

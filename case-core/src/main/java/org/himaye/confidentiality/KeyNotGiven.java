package org.himaye.confidentiality;

/** The owner's key is there for others, or was destroyed: the caller gets none, and none is made. */
public class KeyNotGiven extends KeysUnavailable {

    KeyNotGiven(Throwable cause) {
        super("no key of this owner is given to the caller", cause);
    }
}

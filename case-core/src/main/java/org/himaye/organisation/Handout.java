package org.himaye.organisation;

import java.util.UUID;

/**
 * What the administrator gives a person in hand: shown once, stored nowhere.
 *
 * @param password works for one sign-in, which replaces it
 * @param enrols the sign-in also asks to add a second factor
 */
public record Handout(UUID sub, String name, String account, String password, boolean enrols) {

    /** Without the password: whoever logs this logs nothing that opens. */
    @Override
    public String toString() {
        return "Handout[" + sub + "]";
    }
}

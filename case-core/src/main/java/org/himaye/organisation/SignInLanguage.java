package org.himaye.organisation;

import java.util.Locale;

/** A language of the sign-in pages. */
public enum SignInLanguage {
    AZ,
    EN,
    RU;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}

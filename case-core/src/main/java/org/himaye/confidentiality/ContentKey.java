package org.himaye.confidentiality;

/** What a {@link Content} is sealed under, as it stands sealed in its row. Has no plain form that could be shown. */
public final class ContentKey {

    private ContentKey() {}
}

package org.himaye.disclosure;

/** How it goes. */
public enum DisclosureChannel {
    IN_PERSON,
    COURIER,
    POST,
    SECURE_ELECTRONIC
}

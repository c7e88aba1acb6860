package org.himaye.link;

/** Why the house that was asked declines; who asked is not told. */
public enum LinkDecline {
    NOT_THE_SAME,
    NOT_AGREED,
    UNSAFE
}

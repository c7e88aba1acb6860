package org.himaye.link;

/** Where a link stands. Who asked is never told that it was declined. */
public enum LinkState {
    ASKED,
    LINKED,
    DECLINED,
    ENDED
}

package org.himaye.web.shared;

import java.io.Serializable;
import org.himaye.shared.PageAsked;

/** Where a list was turned to: the marks of a page's address, as {@code cw:pager} writes them. */
public final class Turned implements Serializable {

    private String before;
    private String after;

    public PageAsked asked() {
        return PageAsked.of(before, after);
    }

    /** To the first page, as after another filter. */
    public void back() {
        before = null;
        after = null;
    }

    public String getBefore() {
        return before;
    }

    public void setBefore(String before) {
        this.before = before;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}

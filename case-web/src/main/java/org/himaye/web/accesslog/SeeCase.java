package org.himaye.web.accesslog;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.himaye.accesslog.AccessLogService;
import org.himaye.accesslog.AccessQuery;
import org.himaye.accesslog.CaseAccesses;

/** Who saw one case. */
@Named
@ViewScoped
public class SeeCase implements Serializable {

    @Inject
    private AccessLogService log;

    private String number;
    private String before;
    private String after;
    private transient CaseAccesses seen;

    public void load() {
        seen = log.ofCase(number, new AccessQuery.Page(Marks.read(before), Marks.read(after)));
    }

    public CaseAccesses getSeen() {
        return seen;
    }

    public String getNewer() {
        return seen == null ? null : Marks.write(seen.accesses().newer());
    }

    public String getOlder() {
        return seen == null ? null : Marks.write(seen.accesses().older());
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
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

package org.himaye.web.accesslog;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.himaye.accesslog.AccessLogService;
import org.himaye.accesslog.CaseAccesses;
import org.himaye.web.shared.Turned;

/** Who saw one case. */
@Named
@ViewScoped
public class SeeCase implements Serializable {

    @Inject
    private AccessLogService log;

    private String number;
    private final Turned turned = new Turned();
    private transient CaseAccesses seen;

    public void load() {
        seen = log.ofCase(number, Marks.page(turned));
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

    public Turned getTurned() {
        return turned;
    }
}

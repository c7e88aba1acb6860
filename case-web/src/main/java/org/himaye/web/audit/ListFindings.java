package org.himaye.web.audit;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.himaye.audit.AuditService;
import org.himaye.audit.FindingLine;
import org.himaye.audit.FindingState;
import org.himaye.shared.PageOf;
import org.himaye.web.shared.Turned;

/** {@code /audit/list.xhtml}: findings, the newest first. */
@Named
@ViewScoped
public class ListFindings implements Serializable {

    @Inject
    private transient AuditService service;

    private FindingState state;
    private final Turned turned = new Turned();
    private transient PageOf<FindingLine> page;

    public void load() {
        page = service.list(state, turned.asked());
    }

    public String apply() {
        turned.back();
        return "/audit/list.xhtml?faces-redirect=true&includeViewParams=true";
    }

    public PageOf<FindingLine> getPage() {
        return page;
    }

    public FindingState getState() {
        return state;
    }

    public void setState(FindingState state) {
        this.state = state;
    }

    public Turned getTurned() {
        return turned;
    }
}

package org.himaye.web.unusual;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import org.himaye.shared.PageOf;
import org.himaye.unusual.UnusualLine;
import org.himaye.unusual.UnusualList;
import org.himaye.unusual.UnusualQuery;
import org.himaye.unusual.UnusualRule;
import org.himaye.unusual.UnusualService;
import org.himaye.unusual.UnusualState;
import org.himaye.web.shared.Turned;

/** {@code /unusual/list.xhtml}: what the machine found, the latest first; at first what is open. */
@Named
@ViewScoped
public class ListUnusual implements Serializable {

    @Inject
    private transient UnusualService service;

    private UnusualRule rule;
    private String who;
    private UnusualState state = UnusualState.OPEN;
    private final Turned turned = new Turned();
    private transient UnusualList list;

    public void load() {
        list = service.list(new UnusualQuery(rule, who, state), turned.asked());
    }

    public String apply() {
        turned.back();
        return "/unusual/list.xhtml?faces-redirect=true&includeViewParams=true";
    }

    public PageOf<UnusualLine> getPage() {
        return list == null ? null : list.page();
    }

    /** The last day of the log that was looked at; an auditor has to know when it stands still. */
    public LocalDate getUntil() {
        return list == null ? null : list.until();
    }

    public UnusualRule getRule() {
        return rule;
    }

    public void setRule(UnusualRule rule) {
        this.rule = rule;
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    public UnusualState getState() {
        return state;
    }

    public void setState(UnusualState state) {
        this.state = state;
    }

    public Turned getTurned() {
        return turned;
    }
}

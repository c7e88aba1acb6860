package org.himaye.web.audit;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.himaye.accesslog.AccessKind;
import org.himaye.accesslog.AccessQuery;
import org.himaye.audit.AuditService;
import org.himaye.audit.FindingDraft;
import org.himaye.audit.FindingNumber;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessEvent.Outcome;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Role;
import org.himaye.web.shared.Ids;
import org.himaye.web.shared.Notices;

/** {@code /audit/ask.xhtml}: a question about accesses of one account: those that the address names, or what was found unusual. */
@Named
@ViewScoped
public class AskFinding implements Serializable {

    @Inject
    private transient AuditService service;

    @Inject
    private transient Notices notices;

    private final UUID id = UUID.randomUUID();
    private String who;
    private String number;
    private Role role;
    private DataClass dataClass;
    private Outcome outcome;
    private Permission act;
    private Action action;
    private Purpose purpose;
    private AccessKind kind;
    private LocalDate from;
    private LocalDate to;
    private String unusual;
    private String words;
    private transient FindingDraft draft;

    public void load() {
        draft = ofUnusual() ? service.beginUnusual(Ids.of(unusual)) : service.begin(query());
    }

    public String ask() {
        FindingNumber asked =
                ofUnusual() ? service.askUnusual(id, Ids.of(unusual), words) : service.ask(id, query(), words);
        notices.done("audit_ask.done", asked.text());
        return "/audit/open.xhtml?faces-redirect=true&number=" + asked;
    }

    /** Then that says which accesses, and nothing else in the address does. */
    private boolean ofUnusual() {
        return unusual != null && !unusual.isBlank();
    }

    private AccessQuery query() {
        return new AccessQuery(number, who, role, dataClass, outcome, act, action, purpose, kind, from, to, null);
    }

    public FindingDraft getDraft() {
        return draft;
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public Permission getAct() {
        return act;
    }

    public void setAct(Permission act) {
        this.act = act;
    }

    public DataClass getDataClass() {
        return dataClass;
    }

    public void setDataClass(DataClass dataClass) {
        this.dataClass = dataClass;
    }

    public Outcome getOutcome() {
        return outcome;
    }

    public void setOutcome(Outcome outcome) {
        this.outcome = outcome;
    }

    public Action getAction() {
        return action;
    }

    public void setAction(Action action) {
        this.action = action;
    }

    public Purpose getPurpose() {
        return purpose;
    }

    public void setPurpose(Purpose purpose) {
        this.purpose = purpose;
    }

    public AccessKind getKind() {
        return kind;
    }

    public void setKind(AccessKind kind) {
        this.kind = kind;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    public String getUnusual() {
        return unusual;
    }

    public void setUnusual(String unusual) {
        this.unusual = unusual;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}

package org.himaye.web.accesslog;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.himaye.accesslog.AccessDesk;
import org.himaye.accesslog.AccessExport;
import org.himaye.accesslog.AccessKind;
import org.himaye.accesslog.AccessList;
import org.himaye.accesslog.AccessLogService;
import org.himaye.accesslog.AccessPicture;
import org.himaye.accesslog.AccessQuery;
import org.himaye.accesslog.LogState;
import org.himaye.accesslog.ProofExport;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessEvent.Outcome;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Role;
import org.himaye.shared.BusinessClock;
import org.himaye.web.shared.Chip;
import org.himaye.web.shared.Turned;

/** The log with its filters; each page load is one act. */
@Named
@ViewScoped
public class ListAccesses implements Serializable {

    private static final String AGAIN = "/accesslog/list.xhtml?faces-redirect=true";

    @Inject
    private AccessLogService log;

    @Inject
    private AccessWords words;

    @Inject
    private CurrentCaller caller;

    @Inject
    private BusinessClock clock;

    private String number;
    private String who;
    private Role role;
    private DataClass dataClass;
    private Outcome outcome;
    private Permission act;
    private Action action;
    private Purpose purpose;
    private AccessKind kind;
    private LocalDate from;
    private LocalDate to;
    private final Turned turned = new Turned();
    private transient AccessDesk desk;
    private transient DayChart chart;

    public void load() {
        desk = log.list(query());
        chart = new DayChart(desk.picture().days());
    }

    /** Filters are part of the address, so that a colleague can be shown the same list; a case number tells nothing by itself. */
    public String apply() {
        turned.back();
        number = query().checked().number();
        return AGAIN + "&includeViewParams=true";
    }

    public String clear() {
        return AGAIN;
    }

    /** Writes the file straight into the answer; the event is in the log before its first row. */
    public void export() throws IOException {
        write(log.export(query()));
    }

    /** The file of an export that is in the log, as the answer. */
    void write(AccessExport export) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext response = faces.getExternalContext();
        response.setResponseContentType("text/csv; charset=UTF-8");
        response.setResponseHeader(
                "Content-Disposition", "attachment; filename=\"accesses-" + clock.today() + ".csv\"");
        new AccessFile(words).write(export, response.getResponseOutputStream());
        faces.responseComplete();
    }

    /** As {@link #export}, for a program that checks each event: docs/log-format.md. */
    public void exportProofs() throws IOException {
        write(log.exportProofs(query()));
    }

    /** As {@link #write(AccessExport)}. */
    void write(ProofExport export) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext response = faces.getExternalContext();
        response.setResponseContentType("text/plain; charset=UTF-8");
        response.setResponseHeader(
                "Content-Disposition", "attachment; filename=\"accesses-" + clock.today() + ".tlog-proofs\"");
        Writer text = new OutputStreamWriter(response.getResponseOutputStream(), StandardCharsets.UTF_8);
        boolean[] first = {true};
        export.forEach(proof -> {
            try {
                text.write((first[0] ? "" : "---\n") + proof);
                first[0] = false;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        text.flush();
        faces.responseComplete();
    }

    AccessQuery query() {
        return new AccessQuery(
                number, who, role, dataClass, outcome, act, action, purpose, kind, from, to, Marks.page(turned));
    }

    public boolean isFiltered() {
        return !getChips().isEmpty();
    }

    /** What narrows the list, each with the parameter of the address that it is. */
    public List<Chip> getChips() {
        return Stream.of(
                        new Chip("accesslog_list.number", "number", number),
                        new Chip("accesslog_list.who", "who", who),
                        new Chip("accesslog_list.role", "role", role),
                        new Chip("accesslog_list.outcome", "outcome", outcome),
                        new Chip("accesslog_list.act", "act", act),
                        new Chip("accesslog_list.class", "class", dataClass),
                        new Chip("accesslog_list.action", "action", action),
                        new Chip("accesslog_list.purpose", "purpose", purpose),
                        new Chip("accesslog_list.kind", "kind", kind),
                        new Chip("accesslog_list.from", "from", from),
                        new Chip("accesslog_list.to", "to", to))
                .filter(chip -> chip.value() != null)
                .toList();
    }

    public AccessList getList() {
        return desk == null ? null : desk.list();
    }

    /** How far the log is proven. */
    public LogState getProof() {
        return desk == null ? null : desk.proof();
    }

    public DayChart getChart() {
        return chart;
    }

    public String getNewer() {
        return desk == null ? null : Marks.write(desk.list().newer());
    }

    public String getOlder() {
        return desk == null ? null : Marks.write(desk.list().older());
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
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

    public Permission getAct() {
        return act;
    }

    public void setAct(Permission act) {
        this.act = act;
    }

    /** How the accesses of the chart divide. */
    public AccessPicture getPicture() {
        return desk == null ? null : desk.picture();
    }

    /** How long the bar of one count is beside the longest, in a hundred parts. */
    public String length(AccessPicture.Count count, List<AccessPicture.Count> all) {
        return String.valueOf(100.0 * count.accesses() / all.getFirst().accesses());
    }

    /** The account whose accesses these are, when it is one: then the auditor may ask about them. */
    public boolean isAskable() {
        return query().account()
                .filter(account -> !account.equals(caller.get().sub()))
                .isPresent();
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

    public Turned getTurned() {
        return turned;
    }
}

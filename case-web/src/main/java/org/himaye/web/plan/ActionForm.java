package org.himaye.web.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.himaye.plan.PlanEntry;
import org.himaye.plan.Responsible;
import org.himaye.web.shared.FormLine;

/** One action as it is typed. */
public class ActionForm implements FormLine {

    private final UUID id;
    private String what;
    private Responsible responsible;
    private String responsibleName;
    private LocalDate due;

    ActionForm() {
        this.id = UUID.randomUUID();
    }

    ActionForm(PlanEntry.Action action) {
        this.id = action.id();
        this.what = action.what();
        this.responsible = action.responsible();
        this.responsibleName = action.responsibleName();
        this.due = action.due();
    }

    UUID id() {
        return id;
    }

    boolean blank() {
        return what == null && responsible == null && responsibleName == null && due == null;
    }

    @Override
    public UUID getKey() {
        return id;
    }

    @Override
    public PlanEntry.Action content() {
        return blank() ? null : toEntry();
    }

    @Override
    public ActionForm copy() {
        return new ActionForm(toEntry());
    }

    @Override
    public ActionForm anew() {
        return new ActionForm(new PlanEntry.Action(UUID.randomUUID(), what, responsible, responsibleName, due));
    }

    PlanEntry.Action toEntry() {
        return new PlanEntry.Action(id, what, responsible, responsibleName, due);
    }

    public String getWhat() {
        return what;
    }

    public void setWhat(String what) {
        this.what = what;
    }

    public Responsible getResponsible() {
        return responsible;
    }

    public void setResponsible(Responsible responsible) {
        this.responsible = responsible;
    }

    public String getResponsibleName() {
        return responsibleName;
    }

    public void setResponsibleName(String responsibleName) {
        this.responsibleName = responsibleName;
    }

    public LocalDate getDue() {
        return due;
    }

    public void setDue(LocalDate due) {
        this.due = due;
    }
}

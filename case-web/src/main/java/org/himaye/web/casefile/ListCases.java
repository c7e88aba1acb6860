package org.himaye.web.casefile;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.himaye.casefile.CaseDue;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseList;
import org.himaye.casefile.CaseQuery;
import org.himaye.casefile.CaseRow;
import org.himaye.casefile.CaseStatus;
import org.himaye.casefile.StaffChoice;
import org.himaye.shared.PageOf;
import org.himaye.web.shared.Chip;
import org.himaye.web.shared.Turned;

/** Cases on which the caller works, the most urgent deadline first; filters and place stand in the address. */
@Named
@ViewScoped
public class ListCases implements Serializable {

    @Inject
    private transient CaseFileService cases;

    private CaseStatus status;
    private UUID assignee;
    private CaseDue due;
    private final Turned turned = new Turned();
    private transient CaseList list;

    public void load() {
        list = cases.list(new CaseQuery(status, assignee, due, turned.asked()));
    }

    public PageOf<CaseRow> getPage() {
        return list.page();
    }

    public List<StaffChoice> getCaseworkers() {
        return list.caseworkers();
    }

    public boolean isFiltered() {
        return status != null || assignee != null || due != null;
    }

    /** What narrows the list. */
    public List<Chip> getChips() {
        return Stream.of(
                        new Chip("casefile_list.status", "status", status),
                        new Chip("casefile_list.assignee", "assignee", assigneeName()),
                        new Chip("casefile_list.due", "due", due))
                .filter(chip -> chip.value() != null)
                .toList();
    }

    /** Somebody who is no caseworker here has no name on this page. */
    private String assigneeName() {
        return assignee == null
                ? null
                : list.caseworkers().stream()
                        .filter(each -> each.sub().equals(assignee))
                        .map(StaffChoice::name)
                        .findFirst()
                        .orElse("?");
    }

    public CaseStatus getStatus() {
        return status;
    }

    public void setStatus(CaseStatus status) {
        this.status = status;
    }

    public String getAssignee() {
        return assignee == null ? null : assignee.toString();
    }

    public void setAssignee(String chosen) {
        assignee = chosen != null && chosen.matches("[0-9a-f-]{36}") ? UUID.fromString(chosen) : null;
    }

    public Turned getTurned() {
        return turned;
    }

    public String getDue() {
        return due == null ? null : due.name();
    }

    /** Anything else than a code shows all. */
    public void setDue(String chosen) {
        due = Arrays.stream(CaseDue.values())
                .filter(each -> each.name().equals(chosen))
                .findFirst()
                .orElse(null);
    }
}

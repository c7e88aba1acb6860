package org.himaye.web.casefile;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseList;
import org.himaye.casefile.CaseQuery;
import org.himaye.casefile.CaseRow;
import org.himaye.casefile.CaseStatus;
import org.himaye.casefile.StaffChoice;

/** Cases on which the caller works, the most urgent deadline first; filters and place stand in the address. */
@Named
@ViewScoped
public class ListCases implements Serializable {

    @Inject
    private transient CaseFileService cases;

    private CaseStatus status;
    private UUID assignee;
    private String before;
    private transient CaseList list;

    public void load() {
        list = cases.list(new CaseQuery(status, assignee, cursor()));
    }

    /** A mark that nobody made here counts as the first page. */
    private CaseQuery.Cursor cursor() {
        if (before == null || !before.matches("-?\\d{1,15}_[0-9a-f-]{36}")) {
            return null;
        }
        String[] parts = before.split("_");
        return new CaseQuery.Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), UUID.fromString(parts[1]));
    }

    public List<CaseRow> getRows() {
        return list.rows();
    }

    public List<StaffChoice> getCaseworkers() {
        return list.caseworkers();
    }

    /** The mark of the following page, or null. */
    public String getOlder() {
        return list.next() == null
                ? null
                : list.next().due().toEpochMilli() + "_" + list.next().id();
    }

    public boolean isFirst() {
        return cursor() == null;
    }

    public boolean isFiltered() {
        return status != null || assignee != null;
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

    public String getBefore() {
        return before;
    }

    public void setBefore(String before) {
        this.before = before;
    }
}

package org.himaye.web.staffaccess;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.himaye.casefile.CaseNumber;
import org.himaye.staffaccess.HouseAccesses;
import org.himaye.staffaccess.StaffAccessService;
import org.himaye.web.accesslog.Marks;
import org.himaye.web.shared.Turned;

/** What the staff of the house did on a case. */
@Named
@ViewScoped
public class SeeHouseAccesses implements Serializable {

    @Inject
    private transient StaffAccessService accesses;

    private String number;
    private final Turned turned = new Turned();
    private transient HouseAccesses seen;

    public void load() {
        seen = accesses.ofCase(CaseNumber.parse(number), Marks.page(turned));
    }

    public HouseAccesses getSeen() {
        return seen;
    }

    public String getNewer() {
        return Marks.write(seen.accesses().newer());
    }

    public String getOlder() {
        return Marks.write(seen.accesses().older());
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

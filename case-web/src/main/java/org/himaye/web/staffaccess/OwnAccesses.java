package org.himaye.web.staffaccess;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.himaye.accesslog.AccessList;
import org.himaye.staffaccess.StaffAccessService;
import org.himaye.web.accesslog.Marks;
import org.himaye.web.shared.Turned;

/** What the caller did, the newest first. */
@Named
@ViewScoped
public class OwnAccesses implements Serializable {

    @Inject
    private transient StaffAccessService accesses;

    private final Turned turned = new Turned();
    private transient AccessList list;

    public void load() {
        list = accesses.own(Marks.page(turned));
    }

    public AccessList getList() {
        return list;
    }

    public String getNewer() {
        return Marks.write(list.newer());
    }

    public String getOlder() {
        return Marks.write(list.older());
    }

    public Turned getTurned() {
        return turned;
    }
}

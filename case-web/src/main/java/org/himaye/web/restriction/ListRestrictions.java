package org.himaye.web.restriction;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.himaye.restriction.Restriction;
import org.himaye.restriction.RestrictionService;
import org.himaye.web.shared.Notices;

/** {@code /restriction/list.xhtml}: what is sealed, suspended or barred, and what the reader can do about it. */
@Named
@ViewScoped
public class ListRestrictions implements Serializable {

    private static final String AGAIN = "/restriction/list.xhtml?faces-redirect=true";

    @Inject
    private transient RestrictionService service;

    @Inject
    private transient Notices notices;

    private transient List<Restriction> all;

    public void load() {
        all = service.list();
    }

    public String confirm(UUID id, int version) {
        service.confirm(id, version);
        notices.done("restriction_list.confirmed");
        return AGAIN;
    }

    public String lift(UUID id, int version) {
        notices.done(service.lift(id, version) ? "restriction_list.lifted" : "restriction_list.asked");
        return AGAIN;
    }

    public List<Restriction> getAll() {
        return all;
    }
}

package org.himaye.web.retention;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.himaye.retention.ErasureList;
import org.himaye.retention.ErasureService;
import org.himaye.web.shared.Notices;

/** {@code /retention/list.xhtml}: what is due for erasure, what is held, and what the reader can do about it. */
@Named
@ViewScoped
public class ListErasures implements Serializable {

    private static final String AGAIN = "/retention/list.xhtml?faces-redirect=true";

    @Inject
    private transient ErasureService service;

    @Inject
    private transient Notices notices;

    private String after;
    private transient ErasureList all;

    public void load() {
        all = service.list(mark().orElse(null));
    }

    /** Something else than an id is no place: the list begins at its beginning. */
    private Optional<UUID> mark() {
        return WithdrawErasure.id(after);
    }

    public String confirm(UUID id, int version) {
        notices.done(service.confirm(id, version) ? "retention_list.erased" : "retention_list.confirmed");
        return AGAIN;
    }

    public String lift(UUID id, int version) {
        service.lift(id, version);
        notices.done("retention_list.lifted");
        return AGAIN;
    }

    public ErasureList getAll() {
        return all;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}

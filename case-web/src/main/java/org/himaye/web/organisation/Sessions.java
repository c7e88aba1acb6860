package org.himaye.web.organisation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.himaye.organisation.OwnSession;
import org.himaye.organisation.SessionEnd;
import org.himaye.organisation.SessionService;
import org.himaye.web.shared.Notices;
import org.himaye.web.signin.ProviderSessions;

/** Where I am signed in, and ending it there. */
@Named
@ViewScoped
public class Sessions implements Serializable {

    @Inject
    private transient SessionService service;

    @Inject
    private transient ProviderSessions provider;

    @Inject
    private transient Notices notices;

    private transient List<OwnSession> all = List.of();

    public void load() {
        all = service.own();
    }

    /** Ends one elsewhere and shows the list without it; the session that asks is left by signing out. */
    public String end(UUID id) {
        provider.end(id, SessionEnd.ELSEWHERE);
        notices.done("organisation_sessions.ended");
        return "/organisation/sessions.xhtml?faces-redirect=true";
    }

    public List<OwnSession> getAll() {
        return all;
    }
}

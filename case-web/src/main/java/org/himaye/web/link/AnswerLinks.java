package org.himaye.web.link;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;
import org.himaye.link.LinkDecline;
import org.himaye.link.LinkQuestion;
import org.himaye.link.LinkService;
import org.himaye.web.shared.Notices;

/** {@code /link/asked.xhtml}: what other institutions ask, each with the own case that is meant; confirmed on the page of that case. */
@Named
@ViewScoped
public class AnswerLinks implements Serializable {

    private static final String AGAIN = "/link/asked.xhtml?faces-redirect=true";

    @Inject
    private transient LinkService service;

    @Inject
    private transient Notices notices;

    private transient List<LinkQuestion> all;

    public void load() {
        all = service.asked();
    }

    public String decline(String number, UUID id, LinkDecline reason) {
        service.decline(CaseNumber.parse(number), id, reason);
        notices.done("link_asked.declined");
        return AGAIN;
    }

    public List<LinkQuestion> getAll() {
        return all;
    }
}

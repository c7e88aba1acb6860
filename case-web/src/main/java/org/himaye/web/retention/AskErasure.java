package org.himaye.web.retention;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;
import org.himaye.retention.ErasureForm;
import org.himaye.retention.ErasureReason;
import org.himaye.retention.ErasureService;
import org.himaye.web.shared.Notices;

/** {@code /retention/ask.xhtml}: an erasure before its term, because the person asks. */
@Named
@ViewScoped
public class AskErasure implements Serializable {

    @Inject
    private transient ErasureService service;

    @Inject
    private transient Notices notices;

    private final UUID id = UUID.randomUUID();
    private transient ErasureForm form;
    private String number;
    private ErasureReason reason;

    public void load() {
        form = service.open(CaseNumber.parse(number));
    }

    public String ask() {
        service.ask(id, CaseNumber.parse(number), reason);
        notices.done("retention_ask.asked", number);
        return "/retention/list.xhtml?faces-redirect=true";
    }

    public ErasureForm getForm() {
        return form;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public ErasureReason getReason() {
        return reason;
    }

    public void setReason(ErasureReason reason) {
        this.reason = reason;
    }
}

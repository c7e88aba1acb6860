package org.himaye.web.retention;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;
import org.himaye.retention.ErasureForm;
import org.himaye.retention.ErasureService;
import org.himaye.retention.HoldReason;
import org.himaye.retention.HoldRequest;
import org.himaye.shared.Rules;
import org.himaye.web.shared.Notices;

/** {@code /retention/hold.xhtml}: keeps one case from being erased. */
@Named
@ViewScoped
public class SetHold implements Serializable {

    @Inject
    private transient ErasureService service;

    @Inject
    private transient Notices notices;

    private final UUID id = UUID.randomUUID();
    private transient ErasureForm form;
    private String number;
    private HoldReason reason;
    private String reference;

    public void load() {
        form = service.open(CaseNumber.parse(number));
    }

    public String set() {
        service.hold(id, CaseNumber.parse(number), new HoldRequest(reason, reference));
        notices.done("retention_hold.isSet", number);
        return "/retention/list.xhtml?faces-redirect=true";
    }

    public Rules getRules() {
        return new HoldRequest(reason, reference).rules();
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

    public HoldReason getReason() {
        return reason;
    }

    public void setReason(HoldReason reason) {
        this.reason = reason;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }
}

package org.himaye.web.disclosure;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.himaye.disclosure.DisclosureLine;
import org.himaye.disclosure.DisclosureQuery;
import org.himaye.disclosure.DisclosureService;
import org.himaye.disclosure.DisclosureState;
import org.himaye.disclosure.ReceiverKind;
import org.himaye.shared.PageOf;
import org.himaye.web.shared.Turned;

/** {@code /disclosure/list.xhtml}: the register; filters and place stand in the address. */
@Named
@ViewScoped
public class ListDisclosures implements Serializable {

    @Inject
    private transient DisclosureService service;

    private DisclosureState state;
    private ReceiverKind receiver;
    private String caseNumber;
    private final Turned turned = new Turned();
    private transient PageOf<DisclosureLine> page;

    public void load() {
        page = service.list(new DisclosureQuery(
                state,
                receiver,
                caseNumber == null || caseNumber.isBlank() ? null : caseNumber.strip(),
                turned.asked()));
    }

    public String apply() {
        turned.back();
        return "/disclosure/list.xhtml?faces-redirect=true&includeViewParams=true";
    }

    public PageOf<DisclosureLine> getPage() {
        return page;
    }

    public Turned getTurned() {
        return turned;
    }

    public DisclosureState getState() {
        return state;
    }

    public void setState(DisclosureState state) {
        this.state = state;
    }

    public ReceiverKind getReceiver() {
        return receiver;
    }

    public void setReceiver(ReceiverKind receiver) {
        this.receiver = receiver;
    }

    public String getCaseNumber() {
        return caseNumber;
    }

    public void setCaseNumber(String caseNumber) {
        this.caseNumber = caseNumber;
    }
}

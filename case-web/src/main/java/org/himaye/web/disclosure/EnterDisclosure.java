package org.himaye.web.disclosure;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.Purpose;
import org.himaye.disclosure.DisclosedField;
import org.himaye.disclosure.DisclosureBasis;
import org.himaye.disclosure.DisclosureNumber;
import org.himaye.disclosure.DisclosureRequest;
import org.himaye.disclosure.DisclosureService;
import org.himaye.disclosure.ReceiverKind;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Rules;
import org.himaye.web.shared.Notices;

/** {@code /disclosure/enter.xhtml}: what somebody from outside asks for, about a case or about somebody whom nobody here knows. */
@Named
@ViewScoped
public class EnterDisclosure implements Serializable {

    @Inject
    private transient DisclosureService service;

    @Inject
    private transient Notices notices;

    @Inject
    private transient BusinessClock clock;

    private final UUID id = UUID.randomUUID();
    private String number;
    private String shown;
    private ReceiverKind receiver;
    private String organisation;
    private String receiverPerson;
    private String documentNumber;
    private LocalDate documentDate;
    private Purpose purpose;
    private DisclosureBasis basis;
    private String wanted;
    private List<DisclosedField> fields = new ArrayList<>();

    public void load() {
        if (isKnown()) {
            shown = service.openForEnter(CaseNumber.parse(number));
        }
    }

    public String enter() {
        DisclosureNumber entered = isKnown()
                ? service.enter(CaseNumber.parse(number), id, request())
                : service.enterUnknown(id, request());
        notices.done("disclosure_enter.entered", entered.text());
        return "/disclosure/open.xhtml?faces-redirect=true&number=" + entered;
    }

    private DisclosureRequest request() {
        return new DisclosureRequest(
                receiver, organisation, receiverPerson, documentNumber, documentDate, purpose, basis, wanted, fields);
    }

    public Rules getRules() {
        return request().rules(clock.today());
    }

    /** False for a person whom nobody here knows: nothing of her is written down. */
    public boolean isKnown() {
        return number != null && !number.isBlank();
    }

    public List<Purpose> getPurposes() {
        return DisclosureBasis.PURPOSES;
    }

    public String getShown() {
        return shown;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public ReceiverKind getReceiver() {
        return receiver;
    }

    public void setReceiver(ReceiverKind receiver) {
        this.receiver = receiver;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public String getReceiverPerson() {
        return receiverPerson;
    }

    public void setReceiverPerson(String receiverPerson) {
        this.receiverPerson = receiverPerson;
    }

    public String getDocumentNumber() {
        return documentNumber;
    }

    public void setDocumentNumber(String documentNumber) {
        this.documentNumber = documentNumber;
    }

    public LocalDate getDocumentDate() {
        return documentDate;
    }

    public void setDocumentDate(LocalDate documentDate) {
        this.documentDate = documentDate;
    }

    public Purpose getPurpose() {
        return purpose;
    }

    public void setPurpose(Purpose purpose) {
        this.purpose = purpose;
    }

    public DisclosureBasis getBasis() {
        return basis;
    }

    public void setBasis(DisclosureBasis basis) {
        this.basis = basis;
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    public List<DisclosedField> getFields() {
        return fields;
    }

    public void setFields(List<DisclosedField> fields) {
        this.fields = fields;
    }
}

package org.himaye.web.disclosure;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.DataClass;
import org.himaye.consent.ConsentAnswer;
import org.himaye.consent.ConsentScope;
import org.himaye.consent.ConsentStatus;
import org.himaye.disclosure.DisclosureAgreement;
import org.himaye.disclosure.DisclosureNumber;
import org.himaye.disclosure.DisclosurePackageService;
import org.himaye.shared.Rules;
import org.himaye.web.consent.AgreementForm;
import org.himaye.web.shared.Notices;

/** {@code /disclosure/agree.xhtml}: what the person says to a request, before anybody decides on it. */
@Named
@ViewScoped
public class AgreeDisclosure implements Serializable {

    @Inject
    private transient DisclosurePackageService service;

    @Inject
    private transient Notices notices;

    private final UUID consentId = UUID.randomUUID();
    private String number;
    private transient DisclosureAgreement opened;
    private ConsentStatus given;
    private List<DataClass> classes = new ArrayList<>();
    private transient AgreementForm agreement;

    public void load() {
        opened = service.openAgreement(DisclosureNumber.parse(number));
        agreement = new AgreementForm(opened.child(), opened.spoken(), opened.proposedEnd());
    }

    public String answer() {
        service.agree(DisclosureNumber.parse(number), consent(), covered());
        notices.done(given == ConsentStatus.GIVEN ? "disclosure_agree.agreed" : "disclosure_agree.declined");
        return "/disclosure/open.xhtml?faces-redirect=true&number=" + number;
    }

    private List<DataClass> covered() {
        return given == ConsentStatus.GIVEN ? List.copyOf(classes) : List.of();
    }

    private ConsentAnswer consent() {
        return new ConsentAnswer(
                consentId,
                ConsentScope.DISCLOSURE,
                null,
                given == ConsentStatus.GIVEN,
                agreement.getGivenBy(),
                agreement.getMethod(),
                agreement.getLanguage(),
                agreement.isInterpreted(),
                agreement.getInterpreterIsParty(),
                agreement.getValidTo(),
                null);
    }

    public Rules getRules() {
        return opened.rules(consent(), covered());
    }

    public List<ConsentStatus> getAnswers() {
        return List.of(ConsentStatus.GIVEN, ConsentStatus.REFUSED);
    }

    public AgreementForm getAgreement() {
        return agreement;
    }

    public DisclosureAgreement getOpened() {
        return opened;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public ConsentStatus getGiven() {
        return given;
    }

    public void setGiven(ConsentStatus given) {
        this.given = given;
    }

    public List<DataClass> getClasses() {
        return classes;
    }

    public void setClasses(List<DataClass> classes) {
        this.classes = classes;
    }
}

package org.himaye.web.link;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;
import org.himaye.link.CaseLinks;
import org.himaye.link.LinkAgreement;
import org.himaye.link.LinkService;
import org.himaye.referral.InstitutionChoice;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.Rules;
import org.himaye.web.consent.AgreementForm;
import org.himaye.web.shared.Notices;

/** {@code /link/case.xhtml}: what links a case to other institutions, the answer to the question of one, and the question to another one. */
@Named
@ViewScoped
public class LinkCase implements Serializable {

    private static final String AGAIN = "/link/case.xhtml?faces-redirect=true&number=";

    @Inject
    private transient LinkService service;

    @Inject
    private transient Notices notices;

    private final UUID id = UUID.randomUUID();
    private String number;
    private transient CaseLinks opened;
    private InstitutionChoice institution;
    private boolean agreed;
    private transient AgreementForm agreement;

    public void load() {
        opened = service.open(CaseNumber.parse(number));
        agreement = new AgreementForm(opened.child(), opened.spoken(), opened.proposedEnd());
    }

    public String ask() {
        getRules().hold();
        service.ask(CaseNumber.parse(number), id, institution.id(), answer());
        notices.done("link_case.asked");
        return AGAIN + number;
    }

    public String confirm() {
        getRules().hold();
        service.confirm(CaseNumber.parse(number), opened.question().id(), answer());
        notices.done("link_asked.confirmed");
        return AGAIN + number;
    }

    public String end(UUID link) {
        service.end(CaseNumber.parse(number), link);
        notices.done("link_case.ended");
        return AGAIN + number;
    }

    public String endAll() {
        service.endAll(CaseNumber.parse(number));
        notices.done("link_case.ended");
        return AGAIN + number;
    }

    private LinkAgreement answer() {
        return new LinkAgreement(
                agreement.getGivenBy(),
                agreement.getMethod(),
                agreement.getLanguage(),
                agreement.isInterpreted(),
                agreement.getInterpreterIsParty(),
                agreement.getValidTo());
    }

    /** Those of the answer; and that it is a yes. */
    public Rules getRules() {
        return answer().rules(opened.child(), opened.today()).unless(agreed, () -> new AnswerMissing("agreed"));
    }

    public AgreementForm getAgreement() {
        return agreement;
    }

    public CaseLinks getOpened() {
        return opened;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public InstitutionChoice getInstitution() {
        return institution;
    }

    public void setInstitution(InstitutionChoice institution) {
        this.institution = institution;
    }

    public boolean isAgreed() {
        return agreed;
    }

    public void setAgreed(boolean agreed) {
        this.agreed = agreed;
    }
}

package org.himaye.web.link;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;
import org.himaye.consent.ConsentGiver;
import org.himaye.consent.ConsentMethod;
import org.himaye.link.CaseLinks;
import org.himaye.link.LinkAgreement;
import org.himaye.link.LinkService;
import org.himaye.person.SpokenLanguage;
import org.himaye.referral.InstitutionChoice;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.Rules;
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
    private ConsentGiver givenBy;
    private ConsentMethod method;
    private SpokenLanguage language;
    private Boolean interpreter;
    private Boolean interpreterIsParty;
    private LocalDate validTo;

    public void load() {
        opened = service.open(CaseNumber.parse(number));
        language =
                opened.spoken().isEmpty() ? SpokenLanguage.AZ : opened.spoken().getFirst();
        givenBy = opened.child() ? null : ConsentGiver.VICTIM;
    }

    public String ask() {
        getRules().hold();
        service.ask(CaseNumber.parse(number), id, institution.id(), agreement());
        notices.done("link_case.asked");
        return AGAIN + number;
    }

    public String confirm() {
        getRules().hold();
        service.confirm(CaseNumber.parse(number), opened.question().id(), agreement());
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

    private LinkAgreement agreement() {
        boolean interpreted = Boolean.TRUE.equals(interpreter);
        return new LinkAgreement(
                givenBy, method, language, interpreted, interpreted ? interpreterIsParty : null, validTo);
    }

    /** Those of the answer; and that it is a yes. */
    public Rules getRules() {
        return agreement().rules(opened.child(), opened.today()).unless(agreed, () -> new AnswerMissing("agreed"));
    }

    /** The person's own languages first. */
    public List<SpokenLanguage> getLanguages() {
        Set<SpokenLanguage> all = new LinkedHashSet<>(opened.spoken());
        all.addAll(EnumSet.allOf(SpokenLanguage.class));
        return List.copyOf(all);
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

    public ConsentGiver getGivenBy() {
        return givenBy;
    }

    public void setGivenBy(ConsentGiver givenBy) {
        this.givenBy = givenBy;
    }

    public ConsentMethod getMethod() {
        return method;
    }

    public void setMethod(ConsentMethod method) {
        this.method = method;
    }

    public SpokenLanguage getLanguage() {
        return language;
    }

    public void setLanguage(SpokenLanguage language) {
        this.language = language;
    }

    public Boolean getInterpreter() {
        return interpreter;
    }

    public void setInterpreter(Boolean interpreter) {
        this.interpreter = interpreter;
    }

    public Boolean getInterpreterIsParty() {
        return interpreterIsParty;
    }

    public void setInterpreterIsParty(Boolean interpreterIsParty) {
        this.interpreterIsParty = interpreterIsParty;
    }

    public LocalDate getValidTo() {
        return validTo;
    }

    public void setValidTo(LocalDate validTo) {
        this.validTo = validTo;
    }
}

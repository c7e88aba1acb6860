package org.himaye.web.disclosure;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.himaye.confidentiality.DataClass;
import org.himaye.consent.ConsentAnswer;
import org.himaye.consent.ConsentGiver;
import org.himaye.consent.ConsentMethod;
import org.himaye.consent.ConsentScope;
import org.himaye.consent.ConsentStatus;
import org.himaye.disclosure.DisclosureAgreement;
import org.himaye.disclosure.DisclosureNumber;
import org.himaye.disclosure.DisclosurePackageService;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.Rules;
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
    private ConsentGiver givenBy;
    private ConsentMethod method;
    private SpokenLanguage language;
    private Boolean interpreter;
    private Boolean interpreterIsParty;
    private LocalDate validTo;

    public void load() {
        opened = service.openAgreement(DisclosureNumber.parse(number));
        language =
                opened.spoken().isEmpty() ? SpokenLanguage.AZ : opened.spoken().getFirst();
        givenBy = opened.child() ? null : ConsentGiver.VICTIM;
        validTo = opened.proposedEnd();
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
        boolean interpreted = Boolean.TRUE.equals(interpreter);
        return new ConsentAnswer(
                consentId,
                ConsentScope.DISCLOSURE,
                null,
                given == ConsentStatus.GIVEN,
                givenBy,
                method,
                language,
                interpreted,
                interpreted ? interpreterIsParty : null,
                validTo,
                null);
    }

    public Rules getRules() {
        return opened.rules(consent(), covered());
    }

    public List<ConsentStatus> getAnswers() {
        return List.of(ConsentStatus.GIVEN, ConsentStatus.REFUSED);
    }

    /** The person's own languages first. */
    public List<SpokenLanguage> getLanguages() {
        Set<SpokenLanguage> all = new LinkedHashSet<>(opened.spoken());
        all.addAll(EnumSet.allOf(SpokenLanguage.class));
        return List.copyOf(all);
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

package org.himaye.web.plan;

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
import org.himaye.consent.ConsentAnswer;
import org.himaye.consent.ConsentGiver;
import org.himaye.consent.ConsentMethod;
import org.himaye.consent.ConsentScope;
import org.himaye.person.SpokenLanguage;
import org.himaye.plan.PlanAgreement;
import org.himaye.plan.PlanAnswer;
import org.himaye.plan.PlanStatus;
import org.himaye.plan.PlanStepService;
import org.himaye.shared.Rules;
import org.himaye.web.shared.Notices;

/** {@code /plan/agree.xhtml}: the steps with the person: explain, ask, start. */
@Named
@ViewScoped
public class AgreePlan implements Serializable {

    @Inject
    private PlanStepService steps;

    @Inject
    private Notices notices;

    /** Made once for this form, so that a double click records one answer. */
    private final UUID consentId = UUID.randomUUID();

    private String number;
    private transient PlanAgreement opened;
    private SpokenLanguage language;
    private PlanAnswer given;
    private ConsentGiver givenBy;
    private ConsentMethod method;
    private Boolean interpreter;
    private Boolean interpreterIsParty;
    private LocalDate validTo;
    private String childOpinion;
    private LocalDate startedOn;

    public void load() {
        opened = steps.open(CaseNumber.parse(number));
        language = opened.presentedIn();
        validTo = opened.proposedEnd();
        startedOn = opened.today();
    }

    public String present() {
        steps.present(CaseNumber.parse(number), opened.version(), language);
        notices.done("plan_agree.presented");
        return here();
    }

    public String answer() {
        steps.answer(CaseNumber.parse(number), opened.version(), consent(), childOpinion);
        notices.done(given == PlanAnswer.AGREES ? "plan_agree.agreed" : "plan_agree.declined");
        return given == PlanAnswer.AGREES ? here() : back();
    }

    private ConsentAnswer consent() {
        boolean interpreted = Boolean.TRUE.equals(interpreter);
        return new ConsentAnswer(
                consentId,
                ConsentScope.PLAN,
                opened.planId(),
                given == PlanAnswer.AGREES,
                givenBy,
                method,
                language,
                interpreted,
                interpreted ? interpreterIsParty : null,
                validTo,
                null);
    }

    /** What must hold to record the answer. */
    public Rules getRules() {
        return opened.rules(consent(), childOpinion);
    }

    public String change() {
        steps.change(CaseNumber.parse(number), opened.version());
        notices.done("plan_agree.changing");
        return back();
    }

    public String start() {
        steps.start(CaseNumber.parse(number), opened.version(), startedOn);
        notices.done("plan_agree.started");
        return back();
    }

    private String here() {
        return "/plan/agree.xhtml?faces-redirect=true&number=" + number;
    }

    private String back() {
        return "/plan/plan.xhtml?faces-redirect=true&number=" + number;
    }

    /** True while there is a step to take on this page. */
    public boolean isOpen() {
        return opened.status() == PlanStatus.REVIEWED
                || opened.status() == PlanStatus.CONSENT_PENDING
                || opened.status() == PlanStatus.APPROVED;
    }

    /** The person's own languages first. */
    public List<SpokenLanguage> getLanguages() {
        Set<SpokenLanguage> all = new LinkedHashSet<>(opened.spoken());
        all.addAll(EnumSet.allOf(SpokenLanguage.class));
        return List.copyOf(all);
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public SpokenLanguage getLanguage() {
        return language;
    }

    public void setLanguage(SpokenLanguage language) {
        this.language = language;
    }

    public PlanAnswer getGiven() {
        return given;
    }

    public void setGiven(PlanAnswer given) {
        this.given = given;
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

    public String getChildOpinion() {
        return childOpinion;
    }

    public void setChildOpinion(String childOpinion) {
        this.childOpinion = childOpinion;
    }

    public LocalDate getStartedOn() {
        return startedOn;
    }

    public void setStartedOn(LocalDate startedOn) {
        this.startedOn = startedOn;
    }

    public PlanAgreement getOpened() {
        return opened;
    }
}

package org.himaye.web.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.himaye.consent.ConsentAnswer;
import org.himaye.consent.ConsentGiver;
import org.himaye.consent.ConsentList;
import org.himaye.consent.ConsentMethod;
import org.himaye.consent.ConsentScope;
import org.himaye.consent.ConsentStatus;
import org.himaye.person.SpokenLanguage;

/** One answer while it is typed. */
public class ConsentForm {

    private final UUID id = UUID.randomUUID();
    private ConsentScope scope;
    private ConsentStatus given;
    private ConsentGiver givenBy;
    private ConsentMethod method;
    private SpokenLanguage language;
    private Boolean interpreter;
    private boolean interpreterIsParty;
    private LocalDate validTo;
    private String refusedReason;

    ConsentForm(ConsentList list) {
        language = list.spoken().isEmpty() ? SpokenLanguage.AZ : list.spoken().get(0);
        givenBy = list.child() ? null : ConsentGiver.VICTIM;
        method = ConsentMethod.WRITTEN;
        interpreter = false;
        validTo = list.proposedEnd();
    }

    ConsentAnswer answer() {
        return new ConsentAnswer(
                id,
                scope,
                null,
                given == ConsentStatus.GIVEN,
                givenBy,
                method,
                language,
                Boolean.TRUE.equals(interpreter),
                Boolean.TRUE.equals(interpreter) ? interpreterIsParty : null,
                validTo,
                refusedReason);
    }

    public ConsentScope getScope() {
        return scope;
    }

    public void setScope(ConsentScope scope) {
        this.scope = scope;
    }

    public ConsentStatus getGiven() {
        return given;
    }

    public void setGiven(ConsentStatus given) {
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

    public boolean isInterpreterIsParty() {
        return interpreterIsParty;
    }

    public void setInterpreterIsParty(boolean interpreterIsParty) {
        this.interpreterIsParty = interpreterIsParty;
    }

    public LocalDate getValidTo() {
        return validTo;
    }

    public void setValidTo(LocalDate validTo) {
        this.validTo = validTo;
    }

    public String getRefusedReason() {
        return refusedReason;
    }

    public void setRefusedReason(String refusedReason) {
        this.refusedReason = refusedReason;
    }
}

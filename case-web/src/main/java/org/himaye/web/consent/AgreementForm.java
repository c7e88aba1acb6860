package org.himaye.web.consent;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.himaye.consent.ConsentGiver;
import org.himaye.consent.ConsentMethod;
import org.himaye.person.SpokenLanguage;

/** Who answered, how, in which language, with whose help and until when, while it is typed. */
public class AgreementForm {

    private final boolean child;
    private final List<SpokenLanguage> spoken;
    private ConsentGiver givenBy;
    private ConsentMethod method;
    private SpokenLanguage language;
    private Boolean interpreter;
    private Boolean interpreterIsParty;
    private LocalDate validTo;

    /**
     * @param child somebody else answers
     * @param spoken the person's languages, best first
     * @param proposedEnd last day as the configuration proposes it
     */
    public AgreementForm(boolean child, List<SpokenLanguage> spoken, LocalDate proposedEnd) {
        this.child = child;
        this.spoken = spoken;
        givenBy = child ? null : ConsentGiver.VICTIM;
        language = spoken.isEmpty() ? SpokenLanguage.AZ : spoken.getFirst();
        validTo = proposedEnd;
    }

    /** Who may answer: an adult alone, or a court. */
    public List<ConsentGiver> getGivers() {
        return Arrays.stream(ConsentGiver.values())
                .filter(giver -> child || giver.mayAnswerForAdult())
                .toList();
    }

    /** The person's own languages first. */
    public List<SpokenLanguage> getLanguages() {
        Set<SpokenLanguage> all = new LinkedHashSet<>(spoken);
        all.addAll(EnumSet.allOf(SpokenLanguage.class));
        return List.copyOf(all);
    }

    public boolean isInterpreted() {
        return Boolean.TRUE.equals(interpreter);
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

    /** Null where nobody interpreted, whatever was ticked before. */
    public Boolean getInterpreterIsParty() {
        return isInterpreted() ? interpreterIsParty : null;
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

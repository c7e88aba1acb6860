package org.himaye.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;
import org.himaye.consent.ConsentGiver;
import org.himaye.consent.ConsentList;
import org.himaye.consent.ConsentScope;
import org.himaye.consent.ConsentService;
import org.himaye.consent.ConsentStatus;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Rules;
import org.himaye.web.shared.Notices;

/** What the person agreed to, refused and took back; one question at a time. */
@Named
@ViewScoped
public class RecordConsent implements Serializable {

    @Inject
    private transient ConsentService consents;

    @Inject
    private transient Notices notices;

    @Inject
    private transient BusinessClock clock;

    private String number;
    private transient ConsentList list;
    private transient ConsentForm form;

    public void load() {
        list = consents.open(CaseNumber.parse(number));
        form = new ConsentForm(list);
    }

    public String save() {
        consents.record(CaseNumber.parse(number), form.answer());
        return again("intake_consent.saved");
    }

    public String withdraw(UUID id, int version) {
        consents.withdraw(CaseNumber.parse(number), id, version);
        return again("intake_consent.withdrawn");
    }

    private String again(String key) {
        notices.done(key);
        return "/intake/consent.xhtml?faces-redirect=true&number=" + number;
    }

    /** Questions that can be asked here; a plan or a receiver has its own page. */
    public List<ConsentScope> getScopes() {
        return Arrays.stream(ConsentScope.values())
                .filter(scope -> !scope.namesAnObject())
                .toList();
    }

    /** Who may answer: an adult alone, or a court. */
    public List<ConsentGiver> getGivers() {
        return Arrays.stream(ConsentGiver.values())
                .filter(giver -> list.child() || giver.mayAnswerForAdult())
                .toList();
    }

    /** Both are answers. */
    public List<ConsentStatus> getAnswers() {
        return List.of(ConsentStatus.GIVEN, ConsentStatus.REFUSED);
    }

    public ConsentList getList() {
        return list;
    }

    public ConsentForm getForm() {
        return form;
    }

    /** What must hold to record an answer. */
    public Rules getRules() {
        return form.answer().rules(list.child(), form.getValidTo(), clock.today());
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}

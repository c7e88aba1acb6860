package org.himaye.web.plan;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.himaye.casefile.CaseNumber;
import org.himaye.plan.PlanService;
import org.himaye.plan.PlanView;
import org.himaye.web.shared.ChosenPurpose;
import org.himaye.web.shared.Language;

/** {@code /plan/print.xhtml}: the plan in plain words for the person, in the language she chose. No number, no name of a place. */
@Named
@ViewScoped
public class PrintPlan implements Serializable {

    @Inject
    private PlanService plans;

    @Inject
    private ChosenPurpose purpose;

    private String number;
    private String language;
    private transient PlanView view;

    public void load() {
        Language.ofTag(language).ifPresent(Language::forThisPage);
        view = plans.print(CaseNumber.parse(number), purpose.chosen());
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    public Language getChosen() {
        return Language.current();
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public PlanView getView() {
        return view;
    }
}

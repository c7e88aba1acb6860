package org.himaye.web.plan;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.himaye.casefile.CaseNumber;
import org.himaye.person.SpokenLanguage;
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
        view = plans.print(CaseNumber.parse(number), purpose.chosen());
        Language.ofTag(language).or(this::ofPerson).ifPresent(Language::forThisPage);
    }

    /** The first of the person's languages that we write; empty when the reader may not know them. */
    private Optional<Language> ofPerson() {
        return view.header().languages().value().stream()
                .filter(Collection.class::isInstance)
                .flatMap(several -> ((Collection<?>) several).stream())
                .map(SpokenLanguage.class::cast)
                .flatMap(each -> Language.ofTag(each.code()).stream())
                .findFirst();
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

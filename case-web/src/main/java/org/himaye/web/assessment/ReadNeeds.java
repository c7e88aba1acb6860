package org.himaye.web.assessment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.himaye.assessment.NeedsAssessmentService;
import org.himaye.assessment.NeedsAssessmentStatus;
import org.himaye.assessment.NeedsView;
import org.himaye.casefile.CaseNumber;
import org.himaye.web.shared.ChosenPurpose;

/** {@code /assessment/needs.xhtml}: the newest answers. */
@Named
@ViewScoped
public class ReadNeeds implements Serializable {

    @Inject
    private NeedsAssessmentService needs;

    @Inject
    private ChosenPurpose purpose;

    private String number;
    private transient NeedsView view;

    /** Before each answer, so that each answer that shows something is one act. */
    public void load() {
        view = needs.open(CaseNumber.parse(number), purpose.chosen());
    }

    public boolean isDraft() {
        return view.status() == NeedsAssessmentStatus.DRAFT;
    }

    /** True when choosing a purpose would show more. */
    public boolean isWithheld() {
        return view.assessment() != null && view.assessment().get("ownView").isPurposeOffered();
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public NeedsView getView() {
        return view;
    }
}

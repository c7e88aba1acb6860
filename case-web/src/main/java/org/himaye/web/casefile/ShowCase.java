package org.himaye.web.casefile;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.CaseOverview;
import org.himaye.casefile.HandoverReason;
import org.himaye.casefile.StaffChoice;
import org.himaye.casefile.StatusStep;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Revealed;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.shared.Translated;
import org.himaye.web.shared.ChosenPurpose;
import org.himaye.web.shared.Messages;
import org.himaye.web.shared.Notices;

/** The first page of a case: the person as the reader may see it, what happened, and for a supervisor the handover. */
@Named
@ViewScoped
public class ShowCase implements Serializable {

    @Inject
    private transient CaseFileService cases;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Messages messages;

    @Inject
    private transient ChosenPurpose purpose;

    /** By table, the code lists in which its states and reasons have their labels. */
    private static final Map<String, List<String>> CODES = Map.ofEntries(
            Map.entry("case_file", List.of("CaseStatus")),
            Map.entry("case_assignment", List.of("HandoverReason")),
            Map.entry("case_function", List.of("Role", "HandoverReason")),
            Map.entry("identification", List.of("IdentificationStatus")),
            Map.entry("indicator_assessment", List.of("AssessmentResult")),
            Map.entry("consent", List.of("ConsentStatus", "ConsentScope")),
            Map.entry("referral", List.of("ReferralStatus")),
            Map.entry("needs_assessment", List.of("NeedsAssessmentStatus")),
            Map.entry("rehabilitation_plan", List.of("PlanStatus")),
            Map.entry("reimbursement_request", List.of("ReimbursementState", "ReimbursementReason")),
            Map.entry("disclosure", List.of("DisclosureState", "ReceiverKind")),
            Map.entry("subject_request", List.of("SubjectRequestState", "SubjectRequestKind")));

    private String number;
    private UUID caseworker;
    private HandoverReason reason;
    private UUID specialist;
    private transient CaseOverview overview;

    public void load() {
        overview = cases.open(CaseNumber.parse(number), purpose.chosen());
    }

    public String assign() {
        cases.assign(CaseNumber.parse(number), overview.header().version(), caseworker, reason);
        notices.done("casefile_overview.assigned", overview.header().number());
        return "/casefile/overview.xhtml?faces-redirect=true&number=" + number;
    }

    public String join() {
        cases.join(CaseNumber.parse(number), specialist);
        notices.done("casefile_overview.joined", overview.header().number());
        return "/casefile/overview.xhtml?faces-redirect=true&number=" + number;
    }

    /** A step in words: "Case: active", "Consent: given (data processing)". */
    public String words(StatusStep step) {
        String reason = CODES.getOrDefault(step.entity(), List.of()).stream()
                .map(list -> list + "." + step.reason())
                .filter(messages::containsKey)
                .map(messages::get)
                .findFirst()
                .map(word -> " (" + word + ")")
                .orElse("");
        String reached = CODES.getOrDefault(step.entity(), List.of()).stream()
                .map(list -> list + "." + step.to())
                .filter(messages::containsKey)
                .map(messages::get)
                .findFirst()
                .map(word -> ": " + word)
                .orElse("");
        return messages.get("StatusStep." + step.entity()) + reached + reason;
    }

    /** True while choosing a purpose would show more. */
    public boolean isPurposeOffered() {
        return overview.person().values().stream().anyMatch(Revealed::isPurposeOffered)
                && !overview.purposes().isEmpty();
    }

    public CaseHeader getHeader() {
        return overview.header();
    }

    public RevealedRow getPerson() {
        return overview.person();
    }

    public List<StatusStep> getHistory() {
        return overview.history();
    }

    /** Colleagues to whom the case could pass: not who has it now. */
    public List<StaffChoice> getCaseworkers() {
        return overview.caseworkers().stream()
                .filter(each -> !each.sub().equals(overview.header().caseworkerSub()))
                .toList();
    }

    /** Institutions that may have an earlier record of the person. */
    public List<Translated> getEarlier() {
        return overview.earlier();
    }

    /** Institutions at which the same person has a case, by her agreement. */
    public List<Translated> getLinked() {
        return overview.linked();
    }

    public List<Purpose> getPurposes() {
        return overview.purposes();
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getCaseworker() {
        return caseworker == null ? null : caseworker.toString();
    }

    public void setCaseworker(String chosen) {
        caseworker = chosen == null ? null : UUID.fromString(chosen);
    }

    public List<StaffChoice> getSpecialists() {
        return overview.specialists();
    }

    public String getSpecialist() {
        return specialist == null ? null : specialist.toString();
    }

    public void setSpecialist(String chosen) {
        specialist = chosen == null ? null : UUID.fromString(chosen);
    }

    public HandoverReason getReason() {
        return reason;
    }

    public void setReason(HandoverReason reason) {
        this.reason = reason;
    }
}

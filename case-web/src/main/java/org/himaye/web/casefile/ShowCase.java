package org.himaye.web.casefile;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.CaseOverview;
import org.himaye.casefile.Colleague;
import org.himaye.casefile.HandoverReason;
import org.himaye.casefile.StaffChoice;
import org.himaye.casefile.StatusStep;
import org.himaye.casefile.StepKind;
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

    /** The code lists in which states and reasons have their labels. */
    private static final Map<StepKind, List<String>> CODES = Map.ofEntries(
            Map.entry(StepKind.CASE_FILE, List.of("CaseStatus")),
            Map.entry(StepKind.CASE_ASSIGNMENT, List.of("HandoverReason")),
            Map.entry(StepKind.CASE_FUNCTION, List.of("Role", "HandoverReason")),
            Map.entry(StepKind.IDENTIFICATION, List.of("IdentificationStatus")),
            Map.entry(StepKind.INDICATOR_ASSESSMENT, List.of("AssessmentResult")),
            Map.entry(StepKind.CONSENT, List.of("ConsentStatus", "ConsentScope")),
            Map.entry(StepKind.REFERRAL, List.of("ReferralStatus")),
            Map.entry(StepKind.NEEDS_ASSESSMENT, List.of("NeedsAssessmentStatus")),
            Map.entry(StepKind.REHABILITATION_PLAN, List.of("PlanStatus")),
            Map.entry(StepKind.REIMBURSEMENT_REQUEST, List.of("ReimbursementState", "ReimbursementReason")),
            Map.entry(StepKind.DISCLOSURE, List.of("DisclosureState", "ReceiverKind")),
            Map.entry(StepKind.SUBJECT_REQUEST, List.of("SubjectRequestState", "SubjectRequestKind")));

    private String number;
    private UUID caseworker;
    private HandoverReason reason;
    private UUID specialist;
    private UUID colleague;
    private HandoverReason endReason;
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

    public String takeOff() {
        cases.takeOff(CaseNumber.parse(number), colleague, endReason);
        notices.done("casefile_overview.takenOff", overview.header().number());
        return "/casefile/overview.xhtml?faces-redirect=true&number=" + number;
    }

    /** A step in words: "Case: active", "Consent: given (data processing)"; of a masked one what it was about, before the mask. */
    public String words(StatusStep step) {
        String about = messages.get("StatusStep." + step.kind().name().toLowerCase(Locale.ROOT));
        return step.reached()
                .value()
                .map(reached -> about
                        + code(step.kind(), reached.state()).map(": "::concat).orElse("")
                        + code(step.kind(), reached.reason())
                                .map(word -> " (" + word + ")")
                                .orElse(""))
                .orElse(about + ": ");
    }

    private Optional<String> code(StepKind kind, String code) {
        return CODES.getOrDefault(kind, List.of()).stream()
                .map(list -> list + "." + code)
                .filter(messages::containsKey)
                .map(messages::get)
                .findFirst();
    }

    /** True while choosing a purpose would show more. */
    public boolean isPurposeOffered() {
        boolean more =
                isHistoryNeedsPurpose() || overview.person().values().stream().anyMatch(Revealed::isPurposeOffered);
        return more && !overview.purposes().isEmpty();
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

    /** Steps of some kinds are listed after choosing a purpose. */
    public boolean isHistoryNeedsPurpose() {
        return overview.historyNeedsPurpose();
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

    /** Who works on the case beside the responsible caseworker. */
    public List<Colleague> getOnCase() {
        return overview.onCase();
    }

    public String getColleague() {
        return colleague == null ? null : colleague.toString();
    }

    public void setColleague(String chosen) {
        colleague = chosen == null ? null : UUID.fromString(chosen);
    }

    public HandoverReason getEndReason() {
        return endReason;
    }

    public void setEndReason(HandoverReason endReason) {
        this.endReason = endReason;
    }

    public HandoverReason getReason() {
        return reason;
    }

    public void setReason(HandoverReason reason) {
        this.reason = reason;
    }
}

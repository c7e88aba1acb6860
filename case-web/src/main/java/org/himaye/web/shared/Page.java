package org.himaye.web.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.himaye.confidentiality.Permission;

/**
 * Every address of the application: what permission opens it and where a link to it stands. A page that is not here does not
 * exist, whatever lies in the folder. The frame marks the line of the menu and the tab that a page is under. The label of a menu line or tab is the message {@code Page.<NAME>}. One line a page; keep
 * the lines of a capability together.
 */
public enum Page {
    MYDAY("/task/myday.xhtml", Permission.MYDAY_OPEN, Place.MENU, "pi-home"),
    CASE_LIST("/casefile/list.xhtml", Permission.CASE_LIST, Place.MENU, "pi-folder"),
    CASE_SEARCH("/search/find.xhtml", Permission.CASE_SEARCH, Place.MENU, "pi-search"),
    CASE_START("/casefile/start.xhtml", Permission.CASE_START, CASE_LIST),
    CASE_OVERVIEW("/casefile/overview.xhtml", Permission.CASE_READ, Place.TAB, ""),
    CASE_PERSON("/casefile/person.xhtml", Permission.CASE_READ, Place.TAB, ""),
    INTAKE_OVERVIEW("/intake/overview.xhtml", Permission.INTAKE_READ, Place.TAB, ""),
    INTAKE_PERSON("/intake/person.xhtml", Permission.INTAKE_WRITE, INTAKE_OVERVIEW),
    INTAKE_CONTACT("/intake/contact.xhtml", Permission.INTAKE_WRITE, INTAKE_OVERVIEW),
    INTAKE_RIGHTS("/intake/rights.xhtml", Permission.CONSENT_RECORD, INTAKE_OVERVIEW),
    INTAKE_SAFETY("/intake/safety.xhtml", Permission.INTAKE_WRITE, INTAKE_OVERVIEW),
    INTAKE_INDICATORS("/intake/indicators.xhtml", Permission.INTAKE_WRITE, INTAKE_OVERVIEW),
    INTAKE_EPISODE("/intake/episode.xhtml", Permission.INTAKE_WRITE, INTAKE_OVERVIEW),
    INTAKE_CONSENT("/intake/consent.xhtml", Permission.CONSENT_RECORD, Place.TAB, ""),
    INTAKE_CONSENT_PRINT("/intake/consent-print.xhtml", Permission.CONSENT_RECORD, INTAKE_CONSENT),
    IDENTIFICATION_QUEUE("/identification/queue.xhtml", Permission.IDENTIFICATION_READ, Place.MENU, "pi-inbox"),
    IDENTIFICATION_DECIDE("/identification/decide.xhtml", Permission.IDENTIFICATION_READ, IDENTIFICATION_QUEUE),
    REFERRAL_SEND("/referral/send.xhtml", Permission.REFERRAL_SEND, Place.MENU, "pi-send"),
    REFERRAL_SENT("/referral/sent.xhtml", Permission.REFERRAL_TRACK, Place.MENU, "pi-list"),
    REFERRAL_RECEIPT("/referral/receipt.xhtml", Permission.REFERRAL_TRACK, REFERRAL_SENT),
    REFERRAL_OWN("/referral/own.xhtml", Permission.REFERRAL_TRACK, REFERRAL_SENT),
    REFERRAL_INBOX("/referral/inbox.xhtml", Permission.REFERRAL_READ, Place.MENU, "pi-inbox"),
    REFERRAL_DECIDE("/referral/decide.xhtml", Permission.REFERRAL_READ, REFERRAL_INBOX),
    REFERRAL_TOLD("/referral/told.xhtml", Permission.CASE_READ, Place.TAB, ""),
    ASSESSMENT_NEEDS("/assessment/needs.xhtml", Permission.ASSESSMENT_READ, Place.TAB, "pi-list"),
    ASSESSMENT_EDIT("/assessment/edit.xhtml", Permission.ASSESSMENT_WRITE, ASSESSMENT_NEEDS),
    PLAN_PLAN("/plan/plan.xhtml", Permission.PLAN_READ, Place.TAB, "pi-flag"),
    PLAN_EDIT("/plan/edit.xhtml", Permission.PLAN_WRITE, PLAN_PLAN),
    PLAN_REVIEW("/plan/review.xhtml", Permission.PLAN_REVIEW, PLAN_PLAN),
    PLAN_AGREE("/plan/agree.xhtml", Permission.PLAN_WRITE, PLAN_PLAN),
    PLAN_PROGRESS("/plan/progress.xhtml", Permission.PLAN_RATE, PLAN_PLAN),
    PLAN_PRINT("/plan/print.xhtml", Permission.PLAN_READ, PLAN_PLAN),
    PLAN_CASELOAD("/plan/caseload.xhtml", Permission.PROGRESS_READ, Place.MENU, "pi-chart-bar"),
    REIMBURSEMENT_QUEUE("/reimbursement/queue.xhtml", Permission.REIMBURSEMENT_READ, Place.MENU, "pi-wallet"),
    REIMBURSEMENT_CASE("/reimbursement/case.xhtml", Permission.REIMBURSEMENT_READ, Place.TAB, "pi-wallet"),
    REIMBURSEMENT_REQUEST("/reimbursement/request.xhtml", Permission.REIMBURSEMENT_REQUEST, REIMBURSEMENT_CASE),
    REIMBURSEMENT_DECIDE("/reimbursement/decide.xhtml", Permission.REIMBURSEMENT_READ, REIMBURSEMENT_QUEUE),
    NOTE_LIST("/note/list.xhtml", Permission.NOTE_READ, Place.TAB, ""),
    NOTE_WRITE("/note/write.xhtml", Permission.NOTE_WRITE, NOTE_LIST),
    DOCUMENT_LIST("/document/list.xhtml", Permission.DOCUMENT_READ, Place.TAB, ""),
    DOCUMENT_ADD("/document/add.xhtml", Permission.DOCUMENT_WRITE, DOCUMENT_LIST),
    DOCUMENT_WITHDRAW("/document/withdraw.xhtml", Permission.DOCUMENT_WRITE, DOCUMENT_LIST),
    SUBJECTREQUEST_LIST("/subjectrequest/list.xhtml", Permission.SUBJECTREQUEST_READ, Place.TAB, ""),
    SUBJECTREQUEST_ENTER("/subjectrequest/enter.xhtml", Permission.SUBJECTREQUEST_HANDLE, SUBJECTREQUEST_LIST),
    SUBJECTREQUEST_OPEN("/subjectrequest/open.xhtml", Permission.SUBJECTREQUEST_READ, SUBJECTREQUEST_LIST),
    SUBJECTREQUEST_ANSWER("/subjectrequest/answer.xhtml", Permission.SUBJECTREQUEST_ANSWER, SUBJECTREQUEST_LIST),
    SUBJECTREQUEST_WHOSAW("/subjectrequest/whosaw.xhtml", Permission.SUBJECTREQUEST_ANSWER, SUBJECTREQUEST_LIST),
    CASE_HISTORY("/history/case.xhtml", Permission.CASE_READ, Place.TAB, ""),
    STAFFACCESS_CASE("/staffaccess/case.xhtml", Permission.HOUSEACCESS_READ, Place.TAB, ""),
    ACCESSLOG_LIST("/accesslog/list.xhtml", Permission.ACCESSLOG_READ, Place.MENU, "pi-list"),
    ACCESSLOG_CASE("/accesslog/case.xhtml", Permission.ACCESSLOG_READ, ACCESSLOG_LIST),
    ACCESSLOG_PROOF("/accesslog/proof.xhtml", Permission.ACCESSLOG_READ, ACCESSLOG_LIST),
    ACCESSLOG_SAMPLE("/accesslog/sample.xhtml", Permission.ACCESSLOG_READ, ACCESSLOG_LIST),
    AUDIT_LIST("/audit/list.xhtml", Permission.AUDIT_READ, Place.MENU, "pi-flag"),
    AUDIT_ASK("/audit/ask.xhtml", Permission.AUDIT_ASK, AUDIT_LIST),
    AUDIT_OPEN("/audit/open.xhtml", Permission.AUDIT_READ, AUDIT_LIST),
    UNUSUAL_LIST("/unusual/list.xhtml", Permission.UNUSUAL_READ, Place.MENU, "pi-eye"),
    UNUSUAL_OPEN("/unusual/open.xhtml", Permission.UNUSUAL_READ, UNUSUAL_LIST),
    BREAKGLASS_START("/breakglass/start.xhtml", Permission.BREAKGLASS_READ, Place.MENU, "pi-exclamation-triangle"),
    BREAKGLASS_REVIEW("/breakglass/review.xhtml", Permission.BREAKGLASS_REVIEW, MYDAY),
    RESTRICTION_LIST("/restriction/list.xhtml", Permission.RESTRICTION_READ, Place.MENU, "pi-lock"),
    RESTRICTION_ENTER("/restriction/enter.xhtml", Permission.RESTRICTION_ENTER, RESTRICTION_LIST),
    LINK_CASE("/link/case.xhtml", Permission.LINK_READ, CASE_OVERVIEW),
    LINK_ASKED("/link/asked.xhtml", Permission.LINK_ANSWER, MYDAY),
    RETENTION_LIST("/retention/list.xhtml", Permission.ERASURE_READ, Place.MENU, "pi-hourglass"),
    RETENTION_ASK("/retention/ask.xhtml", Permission.ERASURE_ASK, RETENTION_LIST),
    RETENTION_HOLD("/retention/hold.xhtml", Permission.HOLD_SET, RETENTION_LIST),
    RETENTION_WITHDRAW("/retention/withdraw.xhtml", Permission.ERASURE_WITHDRAW, RETENTION_LIST),
    DISCLOSURE_LIST("/disclosure/list.xhtml", Permission.DISCLOSURE_READ, Place.MENU, "pi-external-link"),
    DISCLOSURE_ENTER("/disclosure/enter.xhtml", Permission.DISCLOSURE_ENTER, DISCLOSURE_LIST),
    DISCLOSURE_OPEN("/disclosure/open.xhtml", Permission.DISCLOSURE_READ, DISCLOSURE_LIST),
    DISCLOSURE_AGREE("/disclosure/agree.xhtml", Permission.CONSENT_RECORD, DISCLOSURE_LIST),
    DISCLOSURE_REFUSAL("/disclosure/refusal.xhtml", Permission.DISCLOSURE_READ, DISCLOSURE_LIST),
    INSTITUTIONS("/organisation/institutions.xhtml", Permission.INSTITUTION_READ, Place.MENU, "pi-building"),
    FIND("/task/find.xhtml", null, MYDAY),
    PEOPLE("/organisation/people.xhtml", Permission.PEOPLE_READ, Place.MENU, "pi-users"),
    PEOPLE_COLLEAGUE("/organisation/colleague.xhtml", Permission.PEOPLE_READ, PEOPLE),
    PEOPLE_INVITE("/organisation/invite.xhtml", Permission.PEOPLE_MANAGE, PEOPLE),
    RIGHTS_REVIEW("/organisation/reviewrights.xhtml", Permission.RIGHTS_REVIEW, MYDAY),
    SESSIONS("/organisation/sessions.xhtml", null, MYDAY),
    STAFFACCESS_LIST("/staffaccess/list.xhtml", Permission.OWNACCESS_READ, SESSIONS),
    STATISTICS_CASES("/statistics/cases.xhtml", Permission.STATISTICS_READ, Place.MENU, "pi-chart-bar"),
    ;

    /** Where the frame links to a page. */
    public enum Place {
        /** The left menu. */
        MENU,
        /** A tab of the case header, under the list of cases; the page takes {@code number}. */
        TAB,
        /** Under a page that has a link of its own. */
        NONE
    }

    private final String path;
    private final Permission permission;
    private final Place place;
    private final String icon;
    private final Page under;

    /** @param under where the frame says that one is */
    Page(String path, Permission permission, Page under) {
        this(path, permission, Place.NONE, "", under);
    }

    /** @param permission null for a page that everybody signed in may see */
    Page(String path, Permission permission, Place place, String icon) {
        this(path, permission, place, icon, null);
    }

    Page(String path, Permission permission, Place place, String icon, Page under) {
        this.path = path;
        this.permission = permission;
        this.place = place;
        this.icon = icon;
        this.under = under;
    }

    public static Optional<Page> at(String path) {
        return Arrays.stream(values()).filter(page -> page.path.equals(path)).findFirst();
    }

    static List<Page> in(Place place) {
        return Arrays.stream(values()).filter(page -> page.place == place).toList();
    }

    public String getPath() {
        return path;
    }

    public Permission getPermission() {
        return permission;
    }

    public Place getPlace() {
        return place;
    }

    public String getIcon() {
        return icon;
    }

    /** True for the page itself, the tab it is under and the line of the menu that leads to it. */
    boolean within(Page other) {
        return this == other || above().map(page -> page.within(other)).orElse(false);
    }

    private Optional<Page> above() {
        return place == Place.TAB ? Optional.of(CASE_LIST) : Optional.ofNullable(under);
    }
}

package org.himaye.task;

import java.util.ArrayList;
import java.util.List;
import org.himaye.audit.AnswerTurn;
import org.himaye.breakglass.ReviewTurn;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Role;
import org.himaye.organisation.ReviewDue;

/**
 * The queues of the house as SQL, one part a kind, all with the same columns. A part is asked only for who may do the step that it
 * waits for, and shows only rows on which he may do it; the services behind the links decide again.
 */
final class WaitingQueries {

    /** Also a case whose caseworker has left, has another job or is kept out by a restriction: it waits to be handed over. */
    private static final String WITHOUT_CASEWORKER = """
            select 'CASE_WITHOUT_CASEWORKER' as kind, c.id as case_id, c.person_id, c.case_number as number, p.pseudonym,
                   c.urgency, c.opened_at as since, cast(null as timestamptz) as due_at
              from himaye.case_file c join himaye.person p on p.id = c.person_id
             where c.institution_id = :institution and c.status <> 'CLOSED'
               and not exists (select 1 from himaye.case_assignment a
                                join himaye.staff s on s.sub = a.staff_sub and s.active and s.role = 'CASEWORKER'
                                     and s.institution = c.institution_id
                                where a.case_id = c.id and a.function = 'PRIMARY' and a.assigned_until is null
                                  and not himaye.is_shut_to(c.id, a.staff_sub))
            """;

    /** Two weeks ahead, the earliest of those that the caller signs for; it is about no case and has no number. */
    private static final String RIGHTS = """
            select 'RIGHTS_REVIEW' as kind, cast(null as uuid) as case_id, cast(null as uuid) as person_id, '' as number,
                   cast(null as text) as pseudonym, cast(null as text) as urgency,
                   min(d.due_at) - interval '14 days' as since, min(d.due_at) as due_at
              from %s d
             where %s and d.due_at < now() + interval '14 days' having count(*) > 0
            """;

    /** Without a pseudonym: a notice of an emergency access tells nothing of the person. */
    private static final String BREAKGLASS = """
            select 'BREAKGLASS_REVIEW' as kind, g.case_id, c.person_id, c.case_number as number, cast(null as text) as pseudonym,
                   cast(null as text) as urgency, g.created_at as since, g.review_due_at as due_at
              from himaye.break_glass_grant g join himaye.case_file c on c.id = g.case_id
             where %s
            """.formatted(ReviewTurn.MINE);

    /** Kind, since, due, condition. By number alone: whoever keeps restrictions need not meet the case. */
    private static final String RESTRICTIONS = """
            select '%s' as kind, r.case_id, cast(null as uuid) as person_id, r.case_number as number, cast(null as text) as pseudonym,
                   cast(null as text) as urgency, %s as since, %s as due_at
              from himaye.case_restriction r
             where r.lifted_at is null and %s
            """;

    /** What another institution asks about a case of this house. */
    private static final String LINKS = """
            select 'LINK_ANSWER' as kind, c.id as case_id, c.person_id, c.case_number as number, p.pseudonym,
                   cast(null as text) as urgency, l.created_at as since, cast(null as timestamptz) as due_at
              from himaye.links_asked() a
              join himaye.person_link l on l.id = a.link_id
              join himaye.case_file c on c.id = a.case_id
              join himaye.person p on p.id = c.person_id
            """;

    /** Kind, since, due, condition. By number alone, as restrictions. */
    private static final String DISCLOSURES = """
            select '%s' as kind, q.case_id, cast(null as uuid) as person_id, q.reference as number, cast(null as text) as pseudonym,
                   cast(null as text) as urgency, %s as since, %s as due_at
              from himaye.disclosure q
             where %s
            """;

    /** Afterwards nothing is made any more. */
    private static final String RUNS = "q.expires_on >= cast(now() at time zone 'Asia/Baku' as date)";

    /** Kind, due, condition. By its own number alone: no word of what it is about, and no case. */
    private static final String FINDINGS = """
            select '%s' as kind, cast(null as uuid) as case_id, cast(null as uuid) as person_id, f.reference as number,
                   cast(null as text) as pseudonym, cast(null as text) as urgency, f.created_at as since, %s as due_at
              from himaye.audit_finding f
             where %s
            """;

    /** How many are open, as one line. */
    private static final String UNUSUAL = """
            select 'UNUSUAL_DECIDE' as kind, cast(null as uuid) as case_id, cast(null as uuid) as person_id, cast(count(*) as text) as number,
                   cast(null as text) as pseudonym, cast(null as text) as urgency, min(u.created_at) as since, cast(null as timestamptz) as due_at
              from himaye.unusual_access u
             where u.verdict is null having count(*) > 0
            """;

    /** Kind, since, due, condition. A referral has no case yet, so it stands for itself. */
    private static final String REFERRALS = """
            select '%s' as kind, r.id as case_id, cast(null as uuid) as person_id, r.number,
                   cast(null as text) as pseudonym, r.urgency, %s as since, %s as due_at
              from himaye.referral r
             where %s
            """;

    /** Kind, number, pseudonym, since, kind of the deadline, table with alias q, condition. */
    private static final String ON_CASES = """
            select '%s' as kind, c.id as case_id, c.person_id, %s as number, %s as pseudonym, cast(null as text) as urgency,
                   %s as since,
                   (select min(d.due_at) from himaye.case_deadline d
                     where d.case_id = c.id and d.kind = '%s' and d.met_at is null) as due_at
              from %s
              join himaye.case_file c on c.id = q.case_id
              join himaye.person p on p.id = c.person_id
             where %s
            """;

    /** Kind, since, condition. Its last day counts; what another decides waits for nobody else. */
    private static final String SUBJECT_REQUESTS = """
            select '%s' as kind, c.id as case_id, c.person_id, c.case_number as number, p.pseudonym, cast(null as text) as urgency,
                   %s as since, cast(q.due_on + 1 as timestamp) at time zone 'Asia/Baku' as due_at
              from himaye.subject_request q
              join himaye.case_file c on c.id = q.case_id
              join himaye.person p on p.id = c.person_id
             where %s
            """;

    /** What leaves the house, closes or ends a case, a complaint, and every no, is decided by another person (ADR 33). */
    private static final String NEEDS_ANOTHER =
            "(q.kind in ('ACCESS', 'COPY', 'RESTRICTION', 'ERASURE', 'COMPLAINT') or q.outcome <> 'GRANTED')";

    private static final String SUPERVISED = "c.institution_id = :institution";

    private static final String ASSIGNED = "exists (select 1 from himaye.case_assignment a"
            + " where a.case_id = c.id and a.staff_sub = :caller and a.assigned_until is null)";

    /** A caseworker acknowledges when on duty, and in an assistance centre always; there she decides too (domain.md 2.2). */
    private static final String AT_HAND = "exists (select 1 from himaye.staff s"
            + " join himaye.institution i on i.id = s.institution where s.sub = :caller and (i.kind = 'ASSISTANCE_CENTRE' or %s))";

    private final List<String> parts = new ArrayList<>();
    private final Caller caller;

    private WaitingQueries(Caller caller) {
        this.caller = caller;
    }

    static List<String> of(Caller caller) {
        WaitingQueries queries = new WaitingQueries(caller);
        queries.referrals();
        queries.cases();
        queries.plans();
        queries.requests();
        queries.rights();
        queries.restrictions();
        queries.links();
        queries.disclosures();
        queries.findings();
        queries.subjectRequests();
        return List.copyOf(queries.parts);
    }

    private void referrals() {
        boolean supervises = caller.is(Role.SUPERVISOR);
        if (caller.may(Permission.REFERRAL_ACKNOWLEDGE)) {
            String mine = supervises ? "true" : AT_HAND.formatted("s.on_duty");
            parts.add(REFERRALS.formatted(
                    "REFERRAL_ACKNOWLEDGE",
                    "r.sent_at",
                    "r.acknowledge_due_at",
                    "r.receiver_institution = :institution and r.status = 'SENT' and " + mine));
        }
        if (caller.may(Permission.REFERRAL_DECIDE)) {
            String mine = supervises ? "true" : AT_HAND.formatted("false");
            parts.add(REFERRALS.formatted(
                    "REFERRAL_DECIDE",
                    "r.acknowledged_at",
                    "r.decide_due_at",
                    "r.receiver_institution = :institution and r.status = 'ACKNOWLEDGED' and " + mine));
        }
        if (caller.may(Permission.REFERRAL_SEND)) {
            parts.add(REFERRALS.formatted(
                    "REFERRAL_RETURNED",
                    "r.updated_at",
                    "cast(null as timestamptz)",
                    "r.sender_sub = :caller and r.status = 'RETURNED'"));
        }
    }

    private void cases() {
        if (caller.may(Permission.CASE_ASSIGN)) {
            parts.add(WITHOUT_CASEWORKER);
        }
        if (caller.may(Permission.IDENTIFICATION_DECIDE)) {
            parts.add(ON_CASES.formatted(
                    "IDENTIFICATION_DECIDE",
                    "c.case_number",
                    "p.pseudonym",
                    "q.sent_at",
                    "IDENTIFICATION_DECISION",
                    "himaye.identification_set q",
                    "q.receiver_id = :institution and q.decided_at is null"));
        }
    }

    private void plans() {
        if (caller.may(Permission.PLAN_REVIEW)) {
            plan(
                    "PLAN_REVIEW",
                    "q.submitted_at",
                    "q.status = 'SUBMITTED' and q.submitted_by <> :caller and q.created_by <> :caller and "
                            + SUPERVISED);
        }
        if (caller.may(Permission.PLAN_WRITE)) {
            plan("PLAN_RETURNED", "q.updated_at", "q.status = 'DRAFT' and q.submitted_at is not null and " + ASSIGNED);
            plan("PLAN_CONSENT", "q.updated_at", "q.status in ('REVIEWED', 'CONSENT_PENDING') and " + ASSIGNED);
            plan("PLAN_START", "q.updated_at", "q.status = 'APPROVED' and " + ASSIGNED);
        }
    }

    private void plan(String kind, String since, String condition) {
        parts.add(ON_CASES.formatted(
                kind, "c.case_number", "p.pseudonym", since, "PLAN_REVIEW", "himaye.rehabilitation_plan q", condition));
    }

    /** Finance sees the number of the request and nobody's pseudonym (BR-064). */
    private void requests() {
        String where = caller.is(Role.SUPERVISOR) ? " and " + SUPERVISED : "";
        if (caller.may(Permission.REIMBURSEMENT_REQUEST)) {
            request("ALLOWANCE_RETURNED", "REIMBURSEMENT_REVIEW", "q.state = 'RETURNED' and " + ASSIGNED);
        }
        if (caller.may(Permission.REIMBURSEMENT_REVIEW)) {
            request(
                    "ALLOWANCE_REVIEW",
                    "REIMBURSEMENT_REVIEW",
                    "q.state in ('REQUESTED', 'UNDER_REVIEW') and q.requested_by <> :caller" + where);
        }
        if (caller.may(Permission.REIMBURSEMENT_APPROVE)) {
            request(
                    "ALLOWANCE_APPROVE",
                    "REIMBURSEMENT_APPROVAL",
                    "q.state = 'REVIEWED' and q.requested_by <> :caller and q.reviewed_by <> :caller" + where);
        }
        if (caller.may(Permission.REIMBURSEMENT_PAY)) {
            request(
                    "ALLOWANCE_PAY",
                    "REIMBURSEMENT_PAYMENT",
                    "q.state in ('APPROVED', 'PARTLY_PAID') and q.requested_by <> :caller and q.approved_by <> :caller"
                            + where);
        }
    }

    private void rights() {
        if (caller.may(Permission.RIGHTS_SIGN)) {
            String mine = caller.is(Role.SUPERVISOR) ? "d.institution = :institution" : ReviewDue.UNSUPERVISED;
            parts.add(RIGHTS.formatted(ReviewDue.ROWS, mine));
        }
        if (caller.may(Permission.BREAKGLASS_REVIEW)) {
            parts.add(BREAKGLASS);
        }
    }

    private void restrictions() {
        if (caller.may(Permission.RESTRICTION_CONFIRM)) {
            parts.add(RESTRICTIONS.formatted(
                    "RESTRICTION_CONFIRM",
                    "coalesce(r.lift_asked_at, r.created_at)",
                    "cast(null as timestamptz)",
                    "case when r.in_force_at is null then r.created_by <> :caller"
                            + " else r.lift_asked_by is not null and r.lift_asked_by <> :caller end"));
            parts.add(RESTRICTIONS.formatted(
                    "RESTRICTION_ENDS",
                    "r.in_force_at",
                    "cast(r.ends_on + 1 as timestamp) at time zone 'Asia/Baku'",
                    "r.in_force_at is not null and r.ends_on < cast(now() at time zone 'Asia/Baku' as date) + 14"));
        }
    }

    private void links() {
        if (caller.may(Permission.LINK_ANSWER)) {
            parts.add(LINKS);
        }
    }

    /** Which of them the caller meets is decided by row-level security. */
    private void disclosures() {
        if (caller.may(Permission.DISCLOSURE_CHECK)) {
            disclosure("DISCLOSURE_CHECK", "q.created_at", "q.state = 'REQUESTED'");
        }
        if (caller.may(Permission.DISCLOSURE_DECIDE)) {
            disclosure(
                    "DISCLOSURE_DECIDE",
                    "q.checked_at",
                    "q.state = 'CHECKED' and q.created_by <> :caller and q.checked_by <> :caller");
        }
        if (caller.may(Permission.DISCLOSURE_INFORM)) {
            disclosure(
                    "DISCLOSURE_INFORM",
                    "q.updated_at",
                    "(q.state in ('APPROVED', 'PARTLY') and q.informing is null and " + RUNS
                            + " or q.state = 'SENT' and q.informing = 'AFTER')");
            disclosure(
                    "DISCLOSURE_SEND",
                    "q.updated_at",
                    "q.state in ('APPROVED', 'PARTLY') and q.informing is not null and (" + RUNS
                            + " or exists (select 1 from himaye.disclosure_copy k where k.disclosure_id = q.id))");
        }
        if (caller.may(Permission.DISCLOSURE_REVIEW)) {
            parts.add(DISCLOSURES.formatted(
                    "DISCLOSURE_REVIEW",
                    "q.decided_at",
                    "q.review_due_at",
                    "q.review_due_at is not null and q.reviewed_at is null and q.decided_by <> :caller"));
        }
    }

    private void findings() {
        if (caller.may(Permission.AUDIT_ANSWER)) {
            parts.add(FINDINGS.formatted("FINDING_ANSWER", "f.answer_due_at", AnswerTurn.TO_ANSWER));
        }
        if (caller.may(Permission.AUDIT_DECIDE)) {
            parts.add(FINDINGS.formatted("FINDING_DECIDE", "cast(null as timestamptz)", AnswerTurn.TO_DECIDE));
        }
        if (caller.may(Permission.UNUSUAL_DECIDE)) {
            parts.add(UNUSUAL);
        }
    }

    private void disclosure(String kind, String since, String condition) {
        parts.add(DISCLOSURES.formatted(kind, since, "cast(null as timestamptz)", condition));
    }

    private void subjectRequests() {
        if (caller.may(Permission.SUBJECTREQUEST_HANDLE)) {
            parts.add(SUBJECT_REQUESTS.formatted(
                    "SUBJECT_REQUEST_ANSWER",
                    "q.created_at",
                    "(q.state in ('RECEIVED', 'IDENTITY_VERIFIED', 'REDACTED') or q.state = 'PREPARED' and not "
                            + NEEDS_ANOTHER + ") and " + ASSIGNED));
        }
        if (caller.may(Permission.SUBJECTREQUEST_DECIDE)) {
            parts.add(SUBJECT_REQUESTS.formatted(
                    "SUBJECT_REQUEST_DECIDE",
                    "q.prepared_at",
                    "q.state = 'PREPARED' and q.created_by <> :caller and q.prepared_by <> :caller and "
                            + NEEDS_ANOTHER));
            parts.add(SUBJECT_REQUESTS.formatted(
                    "SUBJECT_REQUEST_COMPLAINT",
                    "q.created_at",
                    "q.kind = 'COMPLAINT' and q.state in ('RECEIVED', 'IDENTITY_VERIFIED')"));
            parts.add(SUBJECT_REQUESTS.formatted(
                    "SUBJECT_REQUEST_LATE",
                    "q.created_at",
                    "q.state in ('RECEIVED', 'IDENTITY_VERIFIED', 'PREPARED', 'REDACTED')"
                            + " and q.due_on < cast(now() at time zone 'Asia/Baku' as date)"));
        }
    }

    private void request(String kind, String deadline, String condition) {
        parts.add(ON_CASES.formatted(
                kind,
                "q.reference",
                "cast(null as text)",
                "q.updated_at",
                deadline,
                "himaye.reimbursement_request q",
                condition));
    }
}

package org.himaye.confidentiality;

import static org.himaye.confidentiality.Permission.ACCESSLOG_EXPORT;
import static org.himaye.confidentiality.Permission.ACCESSLOG_READ;
import static org.himaye.confidentiality.Permission.ASSESSMENT_READ;
import static org.himaye.confidentiality.Permission.ASSESSMENT_WRITE;
import static org.himaye.confidentiality.Permission.AUDIT_ANSWER;
import static org.himaye.confidentiality.Permission.AUDIT_ASK;
import static org.himaye.confidentiality.Permission.AUDIT_DECIDE;
import static org.himaye.confidentiality.Permission.BREAKGLASS_REVIEW;
import static org.himaye.confidentiality.Permission.BREAKGLASS_START;
import static org.himaye.confidentiality.Permission.CASE_ASSIGN;
import static org.himaye.confidentiality.Permission.CASE_LIST;
import static org.himaye.confidentiality.Permission.CASE_READ;
import static org.himaye.confidentiality.Permission.CASE_SEARCH;
import static org.himaye.confidentiality.Permission.CASE_START;
import static org.himaye.confidentiality.Permission.CONSENT_RECORD;
import static org.himaye.confidentiality.Permission.DISCLOSURE_CHECK;
import static org.himaye.confidentiality.Permission.DISCLOSURE_DECIDE;
import static org.himaye.confidentiality.Permission.DISCLOSURE_ENTER;
import static org.himaye.confidentiality.Permission.DISCLOSURE_INFORM;
import static org.himaye.confidentiality.Permission.DISCLOSURE_REVIEW;
import static org.himaye.confidentiality.Permission.DISCLOSURE_SEND;
import static org.himaye.confidentiality.Permission.DOCUMENT_DOWNLOAD;
import static org.himaye.confidentiality.Permission.DOCUMENT_READ;
import static org.himaye.confidentiality.Permission.DOCUMENT_WRITE;
import static org.himaye.confidentiality.Permission.ERASURE_ASK;
import static org.himaye.confidentiality.Permission.ERASURE_CONFIRM;
import static org.himaye.confidentiality.Permission.ERASURE_WITHDRAW;
import static org.himaye.confidentiality.Permission.HOLD_LIFT;
import static org.himaye.confidentiality.Permission.HOLD_SET;
import static org.himaye.confidentiality.Permission.HOUSEACCESS_READ;
import static org.himaye.confidentiality.Permission.IDENTIFICATION_DECIDE;
import static org.himaye.confidentiality.Permission.IDENTIFICATION_NOTIFY;
import static org.himaye.confidentiality.Permission.IDENTIFICATION_READ;
import static org.himaye.confidentiality.Permission.INTAKE_COMPLETE;
import static org.himaye.confidentiality.Permission.INTAKE_READ;
import static org.himaye.confidentiality.Permission.INTAKE_WRITE;
import static org.himaye.confidentiality.Permission.LINK_ANSWER;
import static org.himaye.confidentiality.Permission.LINK_ASK;
import static org.himaye.confidentiality.Permission.LINK_END;
import static org.himaye.confidentiality.Permission.LINK_READ;
import static org.himaye.confidentiality.Permission.NOTE_READ;
import static org.himaye.confidentiality.Permission.NOTE_WRITE;
import static org.himaye.confidentiality.Permission.PEOPLE_MANAGE;
import static org.himaye.confidentiality.Permission.PLAN_RATE;
import static org.himaye.confidentiality.Permission.PLAN_READ;
import static org.himaye.confidentiality.Permission.PLAN_REVIEW;
import static org.himaye.confidentiality.Permission.PLAN_WRITE;
import static org.himaye.confidentiality.Permission.PROGRESS_READ;
import static org.himaye.confidentiality.Permission.REFERRAL_ACKNOWLEDGE;
import static org.himaye.confidentiality.Permission.REFERRAL_DECIDE;
import static org.himaye.confidentiality.Permission.REFERRAL_READ;
import static org.himaye.confidentiality.Permission.REFERRAL_SEND;
import static org.himaye.confidentiality.Permission.REFERRAL_TRACK;
import static org.himaye.confidentiality.Permission.REIMBURSEMENT_APPROVE;
import static org.himaye.confidentiality.Permission.REIMBURSEMENT_PAY;
import static org.himaye.confidentiality.Permission.REIMBURSEMENT_READ;
import static org.himaye.confidentiality.Permission.REIMBURSEMENT_REQUEST;
import static org.himaye.confidentiality.Permission.REIMBURSEMENT_REVIEW;
import static org.himaye.confidentiality.Permission.RESTRICTION_CONFIRM;
import static org.himaye.confidentiality.Permission.RESTRICTION_ENTER;
import static org.himaye.confidentiality.Permission.RESTRICTION_LIFT;
import static org.himaye.confidentiality.Permission.RIGHTS_REVIEW;
import static org.himaye.confidentiality.Permission.RIGHTS_SIGN;
import static org.himaye.confidentiality.Permission.STATISTICS_READ;
import static org.himaye.confidentiality.Permission.SUBJECTREQUEST_ANSWER;
import static org.himaye.confidentiality.Permission.SUBJECTREQUEST_DECIDE;
import static org.himaye.confidentiality.Permission.SUBJECTREQUEST_HANDLE;
import static org.himaye.confidentiality.Permission.SUBJECTREQUEST_READ;
import static org.himaye.confidentiality.Permission.UNUSUAL_DECIDE;
import static org.himaye.confidentiality.Permission.UNUSUAL_READ;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Acts that one person may not have together (BR-072). Jobs of one institution never bring them together; this holds what somebody adds
 * to an account at the identity provider, past the administration of people.
 */
public final class SeparateDuties {

    private static final Set<Permission> CARE = EnumSet.of(
            REFERRAL_READ,
            REFERRAL_ACKNOWLEDGE,
            REFERRAL_DECIDE,
            CASE_LIST,
            CASE_READ,
            CASE_SEARCH,
            CASE_ASSIGN,
            CASE_START,
            INTAKE_READ,
            INTAKE_WRITE,
            INTAKE_COMPLETE,
            CONSENT_RECORD,
            IDENTIFICATION_NOTIFY,
            ASSESSMENT_READ,
            ASSESSMENT_WRITE,
            PLAN_READ,
            PLAN_WRITE,
            PLAN_REVIEW,
            PLAN_RATE,
            PROGRESS_READ,
            NOTE_READ,
            NOTE_WRITE,
            DISCLOSURE_ENTER,
            DISCLOSURE_CHECK,
            DISCLOSURE_DECIDE,
            DISCLOSURE_INFORM,
            DISCLOSURE_SEND,
            DOCUMENT_READ,
            DOCUMENT_WRITE,
            DOCUMENT_DOWNLOAD,
            LINK_READ,
            LINK_ASK,
            LINK_ANSWER,
            LINK_END,
            SUBJECTREQUEST_READ,
            SUBJECTREQUEST_HANDLE,
            SUBJECTREQUEST_DECIDE,
            SUBJECTREQUEST_ANSWER,
            HOUSEACCESS_READ,
            BREAKGLASS_START);

    /** Whoever refers a person or identifies her does not care for her. */
    private static final Set<Permission> POLICE =
            EnumSet.of(REFERRAL_SEND, REFERRAL_TRACK, IDENTIFICATION_READ, IDENTIFICATION_DECIDE);

    private static final Set<Permission> MONEY = EnumSet.of(
            REIMBURSEMENT_READ, REIMBURSEMENT_REQUEST, REIMBURSEMENT_REVIEW, REIMBURSEMENT_APPROVE, REIMBURSEMENT_PAY);

    private static final Set<Permission> LOG =
            EnumSet.of(ACCESSLOG_READ, ACCESSLOG_EXPORT, AUDIT_ASK, AUDIT_DECIDE, UNUSUAL_READ, UNUSUAL_DECIDE);

    /** What is said to the work of others, or to a whole house: a supervisor's, and a privacy officer's where there is none. */
    private static final Set<Permission> DECIDING = EnumSet.of(
            CASE_ASSIGN,
            PLAN_REVIEW,
            PLAN_RATE,
            REIMBURSEMENT_REVIEW,
            DISCLOSURE_DECIDE,
            DISCLOSURE_REVIEW,
            SUBJECTREQUEST_DECIDE,
            LINK_ASK,
            LINK_ANSWER,
            LINK_END,
            RESTRICTION_ENTER,
            RESTRICTION_CONFIRM,
            RESTRICTION_LIFT,
            ERASURE_ASK,
            ERASURE_CONFIRM,
            ERASURE_WITHDRAW,
            HOLD_SET,
            HOLD_LIFT,
            BREAKGLASS_REVIEW,
            AUDIT_ANSWER,
            RIGHTS_REVIEW,
            RIGHTS_SIGN);

    /** The work on a case, to which another says yes or no. */
    private static final Set<Permission> WORKING = EnumSet.of(
            CASE_START,
            INTAKE_WRITE,
            INTAKE_COMPLETE,
            CONSENT_RECORD,
            IDENTIFICATION_NOTIFY,
            ASSESSMENT_WRITE,
            PLAN_WRITE,
            NOTE_WRITE,
            DOCUMENT_WRITE,
            DISCLOSURE_CHECK,
            DISCLOSURE_INFORM,
            SUBJECTREQUEST_HANDLE,
            REIMBURSEMENT_REQUEST);

    private record Pair(Set<Permission> one, Set<Permission> other) {

        boolean meetIn(Set<Permission> all) {
            return !Collections.disjoint(one, all) && !Collections.disjoint(other, all);
        }
    }

    private static final List<Pair> APART = List.of(
            new Pair(POLICE, CARE),
            new Pair(POLICE, MONEY),
            new Pair(LOG, CARE),
            new Pair(LOG, POLICE),
            new Pair(LOG, MONEY),
            new Pair(DECIDING, WORKING),
            new Pair(DECIDING, EnumSet.of(AUDIT_ASK, AUDIT_DECIDE, UNUSUAL_DECIDE)),
            new Pair(EnumSet.of(PEOPLE_MANAGE), CARE),
            new Pair(EnumSet.of(PEOPLE_MANAGE), POLICE),
            new Pair(EnumSet.of(PEOPLE_MANAGE), MONEY),
            new Pair(EnumSet.of(PEOPLE_MANAGE), LOG),
            new Pair(EnumSet.of(PEOPLE_MANAGE), EnumSet.of(STATISTICS_READ)),
            new Pair(EnumSet.of(PEOPLE_MANAGE), DECIDING),
            new Pair(POLICE, DECIDING),
            new Pair(EnumSet.of(REIMBURSEMENT_REVIEW), EnumSet.of(REIMBURSEMENT_APPROVE, REIMBURSEMENT_PAY)),
            new Pair(EnumSet.of(REIMBURSEMENT_APPROVE), EnumSet.of(REIMBURSEMENT_PAY)),
            new Pair(EnumSet.of(REIMBURSEMENT_APPROVE), EnumSet.of(REIMBURSEMENT_REQUEST)));

    private SeparateDuties() {}

    /** Whether one person may have all of these. */
    public static boolean allow(Set<Permission> together) {
        return APART.stream().noneMatch(pair -> pair.meetIn(together));
    }
}

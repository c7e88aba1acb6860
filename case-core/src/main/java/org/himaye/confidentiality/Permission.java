package org.himaye.confidentiality;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names of acts. Each is a realm role of the same name ({@code REFERRAL_SEND} is {@code referral.send}); jobs exist only in the
 * realm, as composites of these. A test compares this list with the realm both ways.
 */
public enum Permission {
    MYDAY_OPEN,

    REFERRAL_SEND,
    /** The sender's own receipts and their state. */
    REFERRAL_TRACK,
    /** The receiver's list and one referral on it. */
    REFERRAL_READ,
    REFERRAL_ACKNOWLEDGE,
    REFERRAL_DECIDE,

    CASE_LIST,
    CASE_READ,
    /** Finding a case by a number, a document, a telephone or a name. */
    CASE_SEARCH,
    CASE_ASSIGN,
    /** Open a case for a person who came without a referral. */
    CASE_START,

    INTAKE_READ,
    INTAKE_WRITE,
    INTAKE_COMPLETE,
    CONSENT_RECORD,

    IDENTIFICATION_NOTIFY,
    /** The special unit's queue and the sets that were sent to it. */
    IDENTIFICATION_READ,
    IDENTIFICATION_DECIDE,

    ASSESSMENT_READ,
    ASSESSMENT_WRITE,

    PLAN_READ,
    PLAN_WRITE,
    PLAN_REVIEW,
    PLAN_RATE,
    PROGRESS_READ,

    /** Notes of a case: those that the policy lets the caller know of. */
    NOTE_READ,
    NOTE_WRITE,

    /** Documents of a case: those that the policy lets the caller know of, and a picture on a page. */
    DOCUMENT_READ,
    DOCUMENT_WRITE,
    /** Taking the content of a document along as a file. */
    DOCUMENT_DOWNLOAD,

    REIMBURSEMENT_READ,
    REIMBURSEMENT_REQUEST,
    REIMBURSEMENT_REVIEW,
    REIMBURSEMENT_APPROVE,
    REIMBURSEMENT_PAY,

    ACCESSLOG_READ,
    ACCESSLOG_EXPORT,
    /** What the caller did, as the log tells it. */
    OWNACCESS_READ,
    /** What the staff of the house did on one of its cases. */
    HOUSEACCESS_READ,
    /** Questions about colleagues' accesses: all of them, or those of the house. */
    AUDIT_READ,
    AUDIT_ASK,
    /** The supervisor's word on what was asked, never on the own accesses. */
    AUDIT_ANSWER,
    /** The auditor's verdict. */
    AUDIT_DECIDE,
    /** Accesses that the machine found unusual. */
    UNUSUAL_READ,
    /** The auditor's word on one of them, never on the own accesses. */
    UNUSUAL_DECIDE,

    INSTITUTION_READ,
    /** The list of colleagues, with accounts and last sign-in. */
    PEOPLE_READ,
    /** Invitations, jobs, new ways in, the end of somebody's work. */
    PEOPLE_MANAGE,
    /** The list of an institution that its supervisor, else the privacy officer, looks through every 90 days. */
    RIGHTS_REVIEW,
    RIGHTS_SIGN,
    STATISTICS_READ,

    /** The page of urgent access: what of the caller's runs just now. */
    BREAKGLASS_READ,
    BREAKGLASS_START,
    BREAKGLASS_STOP,
    /** Another person's verdict on an urgent access. */
    BREAKGLASS_REVIEW,

    /** What is sealed, suspended or barred, and the form for one case. */
    RESTRICTION_READ,
    RESTRICTION_ENTER,
    /** Another person's word on an order. */
    RESTRICTION_CONFIRM,
    RESTRICTION_LIFT,

    /** What links a case to another institution's about the same person, and what other institutions ask. */
    LINK_READ,
    /** Asking another institution, with the person's agreement. */
    LINK_ASK,
    /** Another house's word on it. */
    LINK_ANSWER,
    /** The person takes it back. */
    LINK_END,

    /** What is due for erasure and what is held. */
    ERASURE_READ,
    /** An erasure before its term, because the person asks. */
    ERASURE_ASK,
    /** One of the two who say yes; the second erases. */
    ERASURE_CONFIRM,
    ERASURE_WITHDRAW,
    HOLD_SET,
    HOLD_LIFT,

    /** The register of what was asked from outside and what left the house. */
    DISCLOSURE_READ,
    DISCLOSURE_ENTER,
    /** Whether there is a consent or another basis, and what it may bring upon the person. */
    DISCLOSURE_CHECK,
    /** Another person's word on what goes. */
    DISCLOSURE_DECIDE,
    DISCLOSURE_INFORM,
    /** Making the files and saying that they have gone. */
    DISCLOSURE_SEND,
    /** Another person's verdict on what went in danger. */
    DISCLOSURE_REVIEW,

    /** What the person herself asks of her own data, and how it went. */
    SUBJECTREQUEST_READ,
    /** Taking such a request, making sure that it is she, saying what comes of it, bringing her the answer. */
    SUBJECTREQUEST_HANDLE,
    /** Another person's word on what she gets, and on every no. */
    SUBJECTREQUEST_DECIDE,
    /** Seeing the answer as she gets it, and who saw her data. */
    SUBJECTREQUEST_ANSWER,

    /** Sign-in, sign-out and sessions: the machine's own act. */
    SESSION_KEEP,
    /** Getting back the own text that was not sent; everybody signed in may, the policy decides about each text. */
    DRAFT_RESTORE,
    /** Ending what one looks at for a purpose; everybody signed in may. */
    PURPOSE_END,
    /** Loading the demo: the machine's own act. */
    DEMO_LOAD,
    /** Sign-ins and what people did to their own way in, as the identity provider recorded it. */
    PROVIDER_SIGNIN,
    /** What administrators did at the identity provider, as it recorded it. */
    PROVIDER_ADMINISTRATION,
    /** Building the index of names: the machine's own act. */
    SEARCH_INDEX,
    /** Proposing what is due for erasure: the machine's own act. */
    RETENTION_PROPOSE,
    /** Looking for what is unusual in the log: the machine's own act. */
    UNUSUAL_FIND,
    /** A backup was made: the machine's own act, recorded by the database. */
    KEEPING_BACKUP,
    /** Everything was restored from a backup: the machine's own act, recorded by the database. */
    KEEPING_RESTORE,
    /** The log was exported for whoever checks it: the machine's own act, recorded by the database. */
    KEEPING_EXPORT,
    /** Keys were renewed by a command: the machine's own act, recorded by the database. */
    KEEPING_KEYS,
    /** An administrator was made by a command: the machine's own act, recorded by the database. */
    KEEPING_ADMINISTRATOR,
    /** Sealing of the log began, or failed: the machine's own act. */
    LOG_SEAL,
    /** The key that signs the log was made or taken: the machine's own act. */
    LOG_KEY,
    /** Place for the log's next months: the machine's own act. */
    LOG_PREPARE,
    /** Holding the events of the last day against what was sealed: the machine's own act. */
    LOG_CHECK,
    /** Fetching hashes of the log and cosigning checkpoints: a program of the auditor's, by its token. */
    LOG_WITNESS,
    /** A server began to decide by the policy whose hash the event names. */
    POLICY_START,
    /** As {@link #POLICY_START}, by another policy than the server before. */
    POLICY_CHANGE,
    /** A number of the law was changed, by whoever has the database. */
    CONFIGURATION_CHANGE;

    private static final Set<Permission> NOT_GRANTED = EnumSet.of(
            SESSION_KEEP,
            DRAFT_RESTORE,
            PURPOSE_END,
            DEMO_LOAD,
            PROVIDER_SIGNIN,
            PROVIDER_ADMINISTRATION,
            SEARCH_INDEX,
            RETENTION_PROPOSE,
            UNUSUAL_FIND,
            KEEPING_BACKUP,
            KEEPING_RESTORE,
            KEEPING_EXPORT,
            KEEPING_KEYS,
            KEEPING_ADMINISTRATOR,
            LOG_SEAL,
            LOG_KEY,
            LOG_PREPARE,
            LOG_CHECK,
            LOG_WITNESS,
            POLICY_START,
            POLICY_CHANGE,
            CONFIGURATION_CHANGE);

    /** The realm's name, for example {@code referral.send}. */
    public String realmName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** False for the machine's own acts and those of everybody signed in, which no realm role grants. */
    public boolean grantable() {
        return !NOT_GRANTED.contains(this);
    }

    /** True for acts that take much away at once or change who may what: they ask for a second factor of the last minutes. */
    public boolean needsStepUp() {
        return this == ACCESSLOG_EXPORT
                || this == PEOPLE_MANAGE
                || this == RIGHTS_SIGN
                || this == BREAKGLASS_START
                || this == RESTRICTION_ENTER
                || this == RESTRICTION_CONFIRM
                || this == RESTRICTION_LIFT
                || this == ERASURE_CONFIRM
                || this == DISCLOSURE_DECIDE
                || this == DISCLOSURE_SEND
                || this == SUBJECTREQUEST_DECIDE
                || this == SUBJECTREQUEST_ANSWER
                || this == HOLD_LIFT;
    }

    /** True for acts that show a case and change nothing: emergency access opens these and no others. */
    public boolean opensByGrant() {
        return this == CASE_READ
                || this == INTAKE_READ
                || this == ASSESSMENT_READ
                || this == PLAN_READ
                || this == NOTE_READ;
    }

    public static Optional<Permission> ofRealmName(String name) {
        return Arrays.stream(values())
                .filter(p -> p.grantable() && p.realmName().equals(name))
                .findFirst();
    }
}

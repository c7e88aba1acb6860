package org.himaye.confidentiality;

/**
 * Why an act was refused or failed, as the log keeps it. A rule of the work that ended an act is named by its own key instead. Each
 * constant has words for the auditor: {@code AccessReason.<NAME>}.
 */
public enum AccessReason {
    /** Nothing with this id or number. */
    UNKNOWN,
    /** No page at this address. */
    UNKNOWN_ADDRESS,
    /** More refusals of nobody in particular came than are recorded each. */
    FLOOD,
    /** As a flood, of sign-ins that failed: the identity provider keeps each. */
    SIGN_IN_FLOOD,
    /** Of what was done, and not of a refusal. */
    LIST_PRINTED,
    /** A number whose check character is wrong: refused before any look-up. */
    WRONG_NUMBER,
    NOT_SIGNED_IN,
    /** What came back from the identity provider proves no sign-in. */
    NO_PROOF,
    /** The provider knows the person, no institution does. */
    NO_FUNCTION,
    NO_PERMISSION,
    /** Allowed, but a second factor has to be given first. */
    STEP_UP,
    /** The caller has nothing to do with this case. */
    NO_RELATION,
    /** The case is sealed or suspended and the caller is not named, or he is barred from it (BR-075, domain.md 4.6). */
    RESTRICTED,
    /** The policy gives this job no emergency access to what was asked for. */
    NO_EMERGENCY,
    /** Nobody reviews the own emergency access. */
    OWN_ACCESS,
    /** Sent from another account. */
    NOT_OWN,
    /** Sent to another institution. */
    NOT_RECEIVER,
    /** Neither supervisor nor on duty for this referral. */
    NOT_DECIDER,
    /** No set was sent to the caller's institution. */
    NOT_SENT,
    /** In a state in which nobody writes it. */
    NOT_EDITABLE,
    /** The id of something that belongs elsewhere came with the form. */
    FOREIGN_ID,
    /** Unsent text for another person's form, or for none of ours. */
    FOREIGN_DRAFT,
    /** Sent by a page that is not ours. */
    FOREIGN_PAGE,
    /** No such budget line for this institution. */
    NO_BUDGET,
    /** A consent of this kind belongs to the thing it is for and is not recorded by itself. */
    SCOPE_NEEDS_OBJECT,
    /** The policy does not let the caller read this class as much as was asked for. */
    NO_READ,
    /** The policy does not let the caller write this class. */
    NO_WRITE,
    /** The caller may add to this class, not overwrite what cannot be read. */
    ADD_ONLY,
    /** The policy lets no receiver of this kind have this class, whatever was decided. */
    NOT_RELEASED,
    /** A sealed value did not open where it stands: changed or moved outside of the application, or its key is gone. */
    SEAL_BROKEN,
    /** The key that signs the log is missing or another one. */
    LOG_KEY_AWAY,
    /** The database does not hold the log that was signed, or nobody can tell. */
    LOG_UNPROVED,
    /** Rows of the log are none that our programs write: somebody wrote past them. */
    LOG_ROW_UNFIT,
    /** A fault of the program. */
    FAULT,
    /** The database refused at the very end; nothing was stored. */
    COMMIT
}

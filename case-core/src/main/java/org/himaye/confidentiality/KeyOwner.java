package org.himaye.confidentiality;

import java.util.Objects;
import java.util.UUID;

/**
 * Whose key seals a value: identity, contact points and relatives belong to the person, the rest to the case; a referral has its
 * own key until it is accepted; what a colleague typed where there is no case yet stands under the account's; what an auditor asks has its own. Destroying an owner's key erases what it sealed.
 */
public record KeyOwner(Kind kind, UUID id) {

    public enum Kind {
        PERSON,
        CASE,
        REFERRAL,
        ACCOUNT,
        /** The index of names: one key for the installation. */
        SEARCH,
        /** What an auditor asks or says about a colleague's accesses, and what is answered. */
        FINDING
    }

    /** What belongs to the installation itself, as what a page carries through the browser. */
    static final KeyOwner MACHINE = account(new UUID(0, 0));

    public KeyOwner {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(id);
    }

    public static KeyOwner person(UUID id) {
        return new KeyOwner(Kind.PERSON, id);
    }

    public static KeyOwner caseFile(UUID id) {
        return new KeyOwner(Kind.CASE, id);
    }

    public static KeyOwner referral(UUID id) {
        return new KeyOwner(Kind.REFERRAL, id);
    }

    /** What the index of names is built from; destroying it ends the search by name and nothing else. */
    public static KeyOwner search() {
        return new KeyOwner(Kind.SEARCH, new UUID(0, 0));
    }

    public static KeyOwner finding(UUID id) {
        return new KeyOwner(Kind.FINDING, id);
    }

    /** @param sub the colleague's subject, for what belongs to nobody else yet */
    public static KeyOwner account(UUID sub) {
        return new KeyOwner(Kind.ACCOUNT, sub);
    }
}

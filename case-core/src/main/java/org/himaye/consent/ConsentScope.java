package org.himaye.consent;

/**
 * For what somebody agrees, domain.md 2.7. One consent has one scope: several in one tick are no consent. Each names the
 * configuration key of its default length.
 */
public enum ConsentScope {
    DATA_PROCESSING("consent.default.months"),
    POLICE_NOTIFICATION("consent.default.months"),
    /** To one version of the rehabilitation plan. */
    PLAN("consent.default.months"),
    REFERRAL("consent.referral.days"),
    DISCLOSURE("consent.disclosure.days"),
    MEDICAL_EXAM("consent.default.months"),
    COOPERATION("consent.default.months"),
    /** That the lawyer on the case reads what concerns health and what was told (domain.md 3.2). */
    LEGAL_AID("consent.default.months"),
    PHOTO("consent.default.months"),
    RESEARCH("consent.default.months"),
    REPATRIATION("consent.default.months"),
    FOLLOW_UP("consent.default.months");

    private final String key;

    ConsentScope(String key) {
        this.key = key;
    }

    /** Ends in the unit: months or days. */
    public String key() {
        return key;
    }

    /** False where consents to several receivers stand beside each other. */
    boolean oneAtATime() {
        return this != REFERRAL && this != DISCLOSURE;
    }

    /** True where the consent says to what or to whom, and therefore comes from the page of that object. */
    public boolean namesAnObject() {
        return this == PLAN || this == REFERRAL || this == DISCLOSURE;
    }
}

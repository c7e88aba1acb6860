package org.himaye.confidentiality;

/** The eleven classes of confidentiality, domain.md 3.1. Every attribute of every entity has exactly one. */
public enum DataClass {
    OPERATIONAL("OP"),
    STATISTICAL("ST"),
    IDENTITY("ID"),
    CONTACT_LOCATION("CL"),
    PROTECTED_PERSON("PP"),
    SECURITY_MEASURE("SM"),
    HEALTH("HE"),
    LEGAL_INVESTIGATION("LI"),
    FINANCIAL("FI"),
    NARRATIVE("NA"),
    AUDIT("AU");

    private final String tag;

    DataClass(String tag) {
        this.tag = tag;
    }

    /** The two letters shown on a panel and in the log's filters. */
    public String tag() {
        return tag;
    }
}

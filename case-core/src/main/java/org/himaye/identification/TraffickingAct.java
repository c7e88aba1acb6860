package org.himaye.identification;

/** The acts of the law's definition, code list ACT of domain.md 1.3. */
public enum TraffickingAct {
    RECRUITMENT,
    OBTAINING,
    KEEPING,
    HARBOURING,
    TRANSPORTING,
    GIVING,
    RECEIVING
}

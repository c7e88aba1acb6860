package org.himaye.confidentiality;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * What the policy must know of the thing that is asked for, loaded in the same short transaction as the rows. A fact that is
 * missing counts as false, and false never opens anything.
 *
 * @param caseId the case, or null when there is none yet
 * @param personId the person, or null
 * @param institution the responsible institution, or null
 * @param relations how the caller stands to it today
 * @param conditions what else holds, see {@link Condition}
 * @param grant the caller's emergency access to the case, or null; then {@link Relation#GRANT} is one of the relations
 */
public record PolicyFacts(
        UUID caseId, UUID personId, UUID institution, Set<Relation> relations, Set<Condition> conditions, Grant grant) {

    /** Named facts that a cell or an exception of the policy may ask for. */
    public enum Condition {
        /** Intake is not complete: the caseworker sees what she just wrote of urgent health. */
        INTAKE_OPEN,
        /** A referral or a request for money that has not been sent: its author may still write. */
        UNSENT,
        /** A referral that its sender still reads: of the last twelve months, and the case that came of it, if any, is not closed. */
        RECENT,
        /** A referral that waits at the institution where the caller is on duty or decides. */
        ON_DUTY,
        /** The person agrees today that the lawyer reads what concerns health and what was told. */
        CONSENT_LEGAL_AID,
        /** Known to be of age. Where it is missing, what holds for a child holds (BR-014). */
        ADULT,
        /** The caller made the row that is asked for. The {@link Gate} finds it out for each row; nobody else says it. */
        AUTHOR
    }

    public PolicyFacts {
        relations = Set.copyOf(relations);
        conditions = Set.copyOf(conditions);
    }

    /** Facts without emergency access. */
    public PolicyFacts(
            UUID caseId, UUID personId, UUID institution, Set<Relation> relations, Set<Condition> conditions) {
        this(caseId, personId, institution, relations, conditions, null);
    }

    /** These facts for a row that the caller made. */
    public PolicyFacts forAuthor() {
        EnumSet<Condition> all = EnumSet.of(Condition.AUTHOR);
        all.addAll(conditions);
        return new PolicyFacts(caseId, personId, institution, relations, all, grant);
    }

    /** True when nothing but emergency access leads the caller here: then there is nothing to change. */
    public boolean byGrantAlone() {
        return relations.equals(Set.of(Relation.GRANT));
    }

    /** Facts for something that concerns no single case. */
    public static PolicyFacts without(Relation... relations) {
        return new PolicyFacts(null, null, null, Set.of(relations), Set.of());
    }
}

package org.himaye.casefile;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.himaye.confidentiality.PolicyFacts;
import org.himaye.confidentiality.Relation;
import org.himaye.person.AgeBand;
import org.himaye.person.AgeBasis;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Translated;

/** A case as {@link CaseAccess} found it: the policy's facts and what the header needs, of which coded facts stay inside core. */
public final class CaseFacts {

    record OpenDeadline(DeadlineKind kind, Instant dueAt) {}

    private final PolicyFacts policy;
    private final Tuple row;
    private final CaseStatus status;
    private final List<OpenDeadline> deadlines;

    CaseFacts(PolicyFacts policy, Tuple row, CaseStatus status, List<OpenDeadline> deadlines) {
        this.policy = policy;
        this.row = row;
        this.status = status;
        this.deadlines = List.copyOf(deadlines);
    }

    CaseFacts with(Set<Relation> relations) {
        PolicyFacts widened = new PolicyFacts(
                policy.caseId(),
                policy.personId(),
                policy.institution(),
                relations,
                policy.conditions(),
                policy.grant());
        return new CaseFacts(widened, row, status, deadlines);
    }

    /** What the gate asks for. */
    public PolicyFacts policy() {
        return policy;
    }

    public UUID caseId() {
        return policy.caseId();
    }

    public UUID personId() {
        return policy.personId();
    }

    public UUID institution() {
        return policy.institution();
    }

    public CaseStatus status() {
        return status;
    }

    public String number() {
        return row.get("case_number", String.class);
    }

    public boolean anonymousMode() {
        return row.get("anonymous_mode", Boolean.class);
    }

    /** Closed to all but named persons; whoever has these facts is one of them. */
    boolean restricted() {
        return row.get("restricted", Boolean.class);
    }

    boolean referred() {
        return row.get("referred", Boolean.class);
    }

    /** Subject of the primary caseworker, or null. */
    public UUID caseworker() {
        return row.get("sub", UUID.class);
    }

    /** Where the identification of the person stands, for rules; shown only through the header. */
    public IdentificationStatus identificationStatus() {
        String code = row.get("identification_status", String.class);
        return code == null ? null : IdentificationStatus.valueOf(code);
    }

    /** True for a child and whoever is presumed to be one, for rules. */
    public boolean child() {
        return child(row);
    }

    static boolean child(Tuple row) {
        return AgeBasis.PRESUMED_CHILD.name().equals(row.get("age_basis", String.class))
                || AgeBand.valueOf(row.get("age_band", String.class)).child();
    }

    /** The person's languages, the best spoken first, to propose one in a form. */
    public List<SpokenLanguage> spoken() {
        return SpokenLanguage.ofCodes(row.get("languages", String.class));
    }

    Urgency urgency() {
        return Urgency.valueOf(row.get("urgency", String.class));
    }

    int version() {
        return row.get("version", Integer.class);
    }

    Instant openedAt() {
        return row.get("opened_at", Instant.class);
    }

    /** The day on which the case began, for rules on days. */
    public LocalDate openedOn() {
        return LocalDate.ofInstant(openedAt(), BusinessClock.ZONE);
    }

    public String pseudonym() {
        return row.get("pseudonym", String.class);
    }

    String caseworkerName() {
        return row.get("display_name", String.class);
    }

    Translated institutionName() {
        return new Translated(
                row.get("name_az", String.class), row.get("name_en", String.class), row.get("name_ru", String.class));
    }

    /** A coded fact of the header in clear: for {@link CaseHeaders} alone, which asks the policy. */
    String coded(String column) {
        return row.get(column, String.class);
    }

    /** All of them, the most urgent first: for {@link CaseHeaders} alone, which asks the policy. */
    List<OpenDeadline> deadlines() {
        return deadlines;
    }
}

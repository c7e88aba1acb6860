package org.himaye.casefile;

import static org.himaye.confidentiality.DataClass.CONTACT_LOCATION;
import static org.himaye.confidentiality.DataClass.STATISTICAL;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.PolicyFacts;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Revealed;
import org.himaye.person.AgeBand;
import org.himaye.person.Sex;

/** Makes the head of a case page as its reader may see it. Call it before the gate opens the page's rows: one act, one event. */
@Dependent
public class CaseHeaders {

    @Inject
    private Gate gate;

    public CaseHeader of(CaseFacts facts, Purpose purpose) {
        PolicyFacts policy = facts.policy();
        return new CaseHeader(
                facts.caseId(),
                facts.number(),
                facts.pseudonym(),
                facts.status(),
                facts.urgency(),
                facts.version(),
                facts.openedAt(),
                gate.coded(policy, purpose, CONTACT_LOCATION, "case_file", "institution", facts.institutionName()),
                facts.caseworkerName(),
                facts.caseworker(),
                facts.anonymousMode(),
                facts.referred(),
                person(policy, purpose, "ageBand", AgeBand.valueOf(facts.coded("age_band"))),
                person(policy, purpose, "sex", Sex.valueOf(facts.coded("sex"))),
                person(policy, purpose, "languages", facts.spoken()),
                gate.coded(
                        policy,
                        purpose,
                        STATISTICAL,
                        "case_file",
                        "identificationStatus",
                        facts.identificationStatus()),
                facts.deadlines().stream()
                        .map(each -> new CaseHeader.DueItem(each.kind(), due(policy, purpose, each)))
                        .filter(each -> each.due().isShown())
                        .toList());
    }

    /** A mask would tell as much as the day: what the deadline is of. */
    private Revealed<Instant> due(PolicyFacts policy, Purpose purpose, CaseFacts.OpenDeadline deadline) {
        String[] attribute = deadline.kind().attribute().split("\\.");
        return gate.coded(
                policy,
                purpose,
                gate.classOf(deadline.kind().attribute()),
                attribute[0],
                attribute[1],
                deadline.dueAt());
    }

    private <T> Revealed<T> person(PolicyFacts policy, Purpose purpose, String attribute, T value) {
        return gate.coded(policy, purpose, STATISTICAL, "person", attribute, value);
    }
}

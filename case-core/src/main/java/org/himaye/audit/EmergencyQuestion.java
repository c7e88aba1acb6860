package org.himaye.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.himaye.accesslog.AccessKind;
import org.himaye.accesslog.AccessQuery;
import org.himaye.accesslog.AccessTrail;
import org.himaye.breakglass.NotJustified;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.PolicyFacts;
import org.himaye.confidentiality.Relation;
import org.himaye.confidentiality.Role;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Configuration;

/**
 * An emergency access that a review found not justified is asked about by itself (domain.md 4.7), so that an auditor closes it. Its words
 * are the reason that was chosen; what the reviewer wrote is about the person and stays with the case.
 */
@Dependent
class EmergencyQuestion {

    @Inject
    private AuditRepository findings;

    @Inject
    private AccessTrail trail;

    @Inject
    private Gate gate;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Configuration configuration;

    @Inject
    private BusinessClock clock;

    void ask(@Observes NotJustified access) {
        AccessTrail.Found found = trail.newest(under(access), AuditFinding.MOST_EVENTS, 1);
        if (found.events().isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        AuditFinding finding = AuditFinding.of(
                access,
                new AuditFinding.AskedAbout(
                        access.caseId(),
                        access.caseNumber(),
                        access.colleague(),
                        found.events(),
                        found.first(),
                        found.last()),
                BusinessClock.afterWorkingDays(now, configuration.number("audit.answer.working_days")),
                caller.get().sub(),
                now);
        Relation relation = caller.get().is(Role.SUPERVISOR) ? Relation.SAME_INSTITUTION : Relation.ANY;
        gate.write(
                new PolicyFacts(null, null, access.institution(), Set.of(relation), Set.of()),
                finding,
                Map.of("question", access.reason().name()));
        findings.add(finding);
    }

    /** Its days: another emergency access of the same person to the same case on one of them is asked about with it. */
    private static AccessQuery under(NotJustified access) {
        return new AccessQuery(
                access.caseNumber(),
                access.colleague().toString(),
                null,
                null,
                null,
                null,
                null,
                null,
                AccessKind.EMERGENCY,
                LocalDate.ofInstant(access.begun(), BusinessClock.ZONE),
                LocalDate.ofInstant(access.ended(), BusinessClock.ZONE),
                AccessQuery.Page.FIRST);
    }
}

package org.himaye.retention;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.SealedColumn;
import org.himaye.person.Person;
import org.himaye.retention.RetentionRepository.Candidate;
import org.himaye.retention.RetentionTerms.Age;
import org.himaye.retention.RetentionTerms.Term;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.RowContext;

/** Proposes what is due, once. Opens birth dates of cases that were closed long ago and keeps of each only that its case is due. */
@Stateless
@PermitAll
public class RetentionService {

    @Inject
    private RetentionRepository rows;

    @Inject
    private SealedColumn sealed;

    @Inject
    private RowContext context;

    @Inject
    private ActRecord record;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private BusinessClock clock;

    /** @return how many are new */
    @Act(value = Permission.RETENTION_PROPOSE, action = Action.CREATE, targetless = true)
    public int propose() {
        context.enter(RowContext.Job.RETENTION);
        record.forPurpose(Purpose.SYSTEM_MAINTENANCE);
        rows.sweep();
        LocalDate today = clock.today();
        RetentionTerms terms = rows.terms();
        List<Candidate> candidates =
                rows.candidates(terms, today, clock.instant().minus(Duration.ofDays(rows.daysUntilAgain())));
        Map<UUID, Object> births = births(candidates);
        int due = 0;
        for (Candidate each : candidates) {
            Term term = term(terms, each, (LocalDate) births.get(each.what().person()));
            if (term.passed(today)) {
                propose(each, term);
                due++;
            }
        }
        record.rows(due);
        return due;
    }

    private void propose(Candidate each, Term term) {
        record.concerns(each.what().id(), each.what().person());
        rows.add(new Erasure(
                UUID.randomUUID(),
                each.what(),
                term.rule(),
                null,
                told(term, clock.today()),
                currentCaller.get().sub(),
                clock.instant()));
    }

    /** The day on which a child's term ended would tell when she was born. */
    private static LocalDate told(Term term, LocalDate today) {
        return term.rule() == RetentionRule.CLOSED_CHILD ? today : term.dueOn();
    }

    private Map<UUID, Object> births(List<Candidate> candidates) {
        Map<UUID, byte[]> stored = new HashMap<>();
        candidates.stream()
                .filter(each -> each.birth() != null && !each.refused())
                .forEach(each -> {
                    record.concerns(each.what().id(), each.what().person());
                    stored.put(each.what().person(), each.birth());
                });
        return sealed.open(Person.class, "dateOfBirth", stored, KeyOwner::person);
    }

    private static Term term(RetentionTerms terms, Candidate each, LocalDate born) {
        if (each.what().subject() == ErasureSubject.REFERRAL) {
            return terms.ofReferral(each.ended());
        }
        return each.refused()
                ? terms.ofRefusedIntake(each.ended())
                : terms.ofCase(each.opened(), each.ended(), new Age(born, each.band(), each.bandToldOn()));
    }
}

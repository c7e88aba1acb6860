package org.himaye.casefile;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.AccessEvent;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.person.AgeBand;
import org.himaye.person.AgeBasis;
import org.himaye.person.Person;
import org.himaye.person.Pseudonym;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.BusinessClock;

/**
 * Changes to a case that other capabilities cause within their own act: an accepted referral opens one, a completed intake makes
 * it active. Never called by pages.
 */
@Dependent
public class CaseFiles {

    private static final String TABLE = "case_file";

    @Inject
    private CaseFileRepository cases;

    @Inject
    private Deadlines deadlines;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ActRecord record;

    @Inject
    private BusinessClock clock;

    /**
     * What a new case starts with.
     *
     * @param caseId made by the form; a second call with the same id gives the case of the first
     * @param referralId the accepted referral, or null for a walk-in
     * @param caseworker who is responsible from now on
     */
    public record Opening(
            UUID caseId,
            UUID institution,
            UUID referralId,
            Urgency urgency,
            UUID caseworker,
            AgeBand ageBand,
            AgeBasis ageBasis,
            Sex sex,
            List<SpokenLanguage> languages) {}

    /**
     * Opens a case in INTAKE with a new number, a person under a neutral pseudonym and its primary caseworker.
     *
     * @throws NotACaseworker when the chosen colleague is none of this institution
     */
    public CaseFile open(Opening opening) {
        UUID by = caller.get().sub();
        Instant now = clock.instant();
        CaseFile existing = cases.find(opening.caseId()).orElse(null);
        if (existing != null) {
            return existing;
        }
        if (!cases.isCaseworker(opening.caseworker(), opening.institution())) {
            throw new NotACaseworker();
        }
        Person person = new Person(
                UUID.randomUUID(),
                Pseudonym.random(),
                opening.ageBand(),
                opening.ageBasis(),
                opening.sex(),
                opening.languages(),
                by,
                now);
        cases.add(person);
        CaseFile file = new CaseFile(
                opening.caseId(),
                CaseNumber.random(),
                person.id(),
                opening.institution(),
                opening.referralId(),
                opening.urgency(),
                by,
                now);
        cases.add(file);
        cases.add(new CaseAssignment(file.id(), opening.caseworker(), AssignmentFunction.PRIMARY, by, now));
        step(file.id(), TABLE, file.id(), null, CaseStatus.INTAKE, null);
        deadlines.start(file.id(), DeadlineKind.INTAKE);
        record.concerns(file.id(), person.id());
        record.on(TABLE, file.id());
        record.as(AccessEvent.Action.CREATE);
        return file;
    }

    /** The case as an entity, for rules within the running act. */
    public CaseFile get(UUID caseId) {
        return cases.get(caseId);
    }

    /** The person as an entity, to be written through the gate within the running act. */
    public Person person(UUID personId) {
        return cases.person(personId);
    }

    /** @throws TransitionNotAllowed when domain.md 2.3 has no such step */
    public void become(UUID caseId, CaseStatus next) {
        CaseFile file = cases.get(caseId);
        CaseStatus from = file.status();
        file.become(next, caller.get().sub(), clock.instant());
        step(caseId, TABLE, caseId, from, next, null);
    }

    /** @throws TransitionNotAllowed when domain.md 2.1 has no such step */
    public void identification(UUID caseId, IdentificationStatus next) {
        CaseFile file = cases.get(caseId);
        IdentificationStatus from = file.identificationStatus();
        file.identification(next, caller.get().sub(), clock.instant());
        if (from != next) {
            step(caseId, "identification", caseId, from, next, null);
        }
    }

    public void anonymousMode(UUID caseId, boolean chosen) {
        cases.get(caseId).anonymous(chosen, caller.get().sub(), clock.instant());
    }

    /** Sends what changed so far to the database, where the order of two statements matters to a constraint. */
    void flushed() {
        cases.flush();
    }

    /** Gives somebody a function on the case from now on. */
    public void assign(UUID caseId, UUID staffSub, AssignmentFunction function) {
        cases.add(new CaseAssignment(caseId, staffSub, function, caller.get().sub(), clock.instant()));
    }

    /** Ends a function of somebody who is not the responsible caseworker. */
    void end(CaseAssignment assignment, HandoverReason reason) {
        assignment.end(reason, caller.get().sub(), clock.instant());
        step(assignment.caseId(), "case_function", assignment.id(), null, assignment.function(), reason);
        record.field("case_assignment", "until", OPERATIONAL);
    }

    /** Writes a step of any state machine of the case to its history. */
    public void step(UUID caseId, String entity, UUID entityId, Enum<?> from, Enum<?> to, Enum<?> reason) {
        cases.add(new StatusChange(
                caseId, entity, entityId, from, to, reason, caller.get().sub(), clock.instant()));
    }
}

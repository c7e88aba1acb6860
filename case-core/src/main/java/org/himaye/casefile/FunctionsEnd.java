package org.himaye.casefile;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.himaye.casefile.CaseFileRepository.FunctionOnCase;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.organisation.WorkOnCases;
import org.himaye.shared.BusinessClock;

/** The functions of somebody who goes, within the act that ends the work: its event names the cases, and so does their history. */
@Dependent
class FunctionsEnd implements WorkOnCases {

    @Inject
    private CaseFileRepository cases;

    @Inject
    private CaseFiles files;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ActRecord record;

    @Inject
    private BusinessClock clock;

    @Override
    public void left(UUID sub) {
        cases.functionsOf(sub).stream()
                .filter(each -> each.assignment().function() != AssignmentFunction.PRIMARY)
                .forEach(each -> end(each, HandoverReason.LEFT));
    }

    @Override
    public void moved(UUID sub) {
        cases.functionsOf(sub).forEach(each -> end(each, HandoverReason.OTHER_JOB));
    }

    private void end(FunctionOnCase ending, HandoverReason reason) {
        CaseAssignment assignment = ending.assignment();
        assignment.end(reason, caller.get().sub(), clock.instant());
        files.step(assignment.caseId(), "case_function", assignment.id(), null, assignment.function(), reason);
        record.concerns(assignment.caseId(), ending.personId());
        record.field("case_assignment", "until", OPERATIONAL);
    }
}

package org.himaye.casefile;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.himaye.casefile.CaseFileRepository.FunctionOnCase;
import org.himaye.confidentiality.ActRecord;
import org.himaye.organisation.WorkOnCases;

/** The functions of somebody who goes, within the act that ends the work: its event names the cases, and so does their history. */
@Dependent
class FunctionsEnd implements WorkOnCases {

    @Inject
    private CaseFileRepository cases;

    @Inject
    private CaseFiles files;

    @Inject
    private ActRecord record;

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
        files.end(ending.assignment(), reason);
        record.concerns(ending.assignment().caseId(), ending.personId());
    }
}

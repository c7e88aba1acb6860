package org.himaye.assessment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.himaye.shared.BusinessClock;

/** Tells other capabilities, within their own act, whether there is an assessment to build on. Never called by pages. */
@Dependent
public class NeedsAssessments {

    @Inject
    private NeedsAssessmentRepository assessments;

    @Inject
    private BusinessClock clock;

    /** True while the last final assessment is not older than {@code needs.valid.days} (domain.md 2.6). */
    public boolean current(UUID caseId) {
        return assessments
                .in(caseId, NeedsAssessmentStatus.FINAL)
                .filter(n -> !n.reviewDue().isBefore(clock.today()))
                .isPresent();
    }

    /** The answers for the seven components of the final assessment, for the gate; empty when there is none. */
    public List<NeedItem> components(UUID caseId) {
        return assessments.finalComponents(caseId);
    }
}

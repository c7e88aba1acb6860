package org.himaye.subjectrequest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.himaye.casefile.CaseHeader;
import org.himaye.confidentiality.Revealed;

/**
 * One request as its reader may see it.
 *
 * @param steps what the reader can do next
 * @param possible the grounds on which a request of this kind may be narrowed
 */
public record SubjectRequestView(
        CaseHeader header,
        UUID id,
        int version,
        SubjectRequestKind kind,
        SubjectRequestState state,
        LocalDate receivedOn,
        ReceivedHow receivedHow,
        AnswerForm form,
        AnswerLanguage language,
        boolean interpreter,
        Revealed<?> words,
        LocalDate dueOn,
        ExtensionReason extension,
        String enteredBy,
        IdentityProof proof,
        String verifiedBy,
        RequestOutcome outcome,
        List<NarrowingGround> grounds,
        Revealed<?> hiddenNames,
        String preparedBy,
        String decidedBy,
        Instant deliveredAt,
        AnswerForm deliveredForm,
        AnswerLanguage deliveredLanguage,
        Set<SubjectRequestStep> steps,
        List<NarrowingGround> possible) {

    public boolean can(SubjectRequestStep step) {
        return steps.contains(step);
    }
}

package org.himaye.document;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.himaye.casefile.CaseFacts;
import org.himaye.confidentiality.Content;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.ReleaseGround;
import org.himaye.document.DocumentRepository.Asked;
import org.himaye.document.DocumentRepository.Stored;

/**
 * Redacted copies for whoever decides on a disclosure and makes it, within his own act. Must run within a transaction. Pages use
 * {@link DocumentService}.
 */
@Dependent
public class RedactedCopies {

    @Inject
    private DocumentRepository rows;

    @Inject
    private DocumentChunks chunks;

    @Inject
    private Gate gate;

    @Inject
    private CurrentCaller caller;

    /** What leaves the house, whole. */
    public record Released(DocumentKind kind, DocumentType type, byte[] content) {}

    /** Those that count and of which the caller may know, the newest first. */
    public List<RedactedCopy> inSight(CaseFacts facts) {
        Asked asked = new Asked(facts.caseId(), caller.get().sub(), DocumentSight.of(facts.policy(), gate));
        return rows.redacted(asked).stream()
                .map(Stored::document)
                .map(RedactedCopy::of)
                .toList();
    }

    /** One of the case that counts; whoever may read it. */
    public Optional<RedactedCopy> find(CaseFacts facts, UUID id) {
        return counting(facts, id).map(RedactedCopy::of);
    }

    /**
     * Opens one for the receiver of a decision, whatever the caller himself may read: {@link Gate#releaseContent}. The event of the running
     * act names its class.
     *
     * @return empty when it does not count any more
     */
    public Optional<Released> release(
            CaseFacts facts, UUID id, Purpose purpose, String receiver, ReleaseGround ground) {
        return counting(facts, id).map(copy -> {
            String title = CaseDocument.title(copy.dataClass());
            Content content =
                    gate.releaseContent(facts.policy(), purpose, receiver, ground, copy, title, CaseDocument.KEY);
            try (InputStream plain = content.open(chunks.reading(copy.id()))) {
                return new Released(copy.kind(), copy.contentType(), plain.readAllBytes());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    private Optional<CaseDocument> counting(CaseFacts facts, UUID id) {
        return rows.find(id)
                .filter(each -> each.belongsTo(facts.caseId()))
                .filter(each -> each.redacts() != null && each.withdrawnAt() == null);
    }
}

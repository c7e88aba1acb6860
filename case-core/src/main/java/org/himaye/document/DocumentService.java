package org.himaye.document;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseHeaders;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.Content;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.PolicyFacts;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Quotas;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.confidentiality.Row;
import org.himaye.document.DocumentRepository.Asked;
import org.himaye.document.DocumentRepository.Stored;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.BusinessException;
import org.himaye.shared.Configuration;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PageOf;
import org.himaye.shared.Rules;
import org.himaye.shared.ShortTransaction;

/** Takes in, lists, opens and withdraws the documents of a case. Nothing is overwritten or deleted (domain.md 4.8). */
@Stateless
@PermitAll
public class DocumentService {

    private static final int PAGE = 25;

    @Inject
    private DocumentRepository rows;

    @Inject
    private DocumentChunks chunks;

    @Inject
    private RedactedCopies copies;

    @Inject
    private ContentCheck check;

    @Inject
    private VirusScanner scanner;

    @Inject
    private DocumentLimit limit;

    @Inject
    private Quotas quotas;

    @Inject
    private Configuration configuration;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseHeaders headers;

    @Inject
    private Gate gate;

    @Inject
    private FieldPolicy policy;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    private record Found(CaseFacts facts, PageOf<Stored> page) {}

    private record One(CaseFacts facts, Stored document) {}

    /**
     * One page of documents; those of which the caller may not know are absent.
     *
     * @param purpose what the reader chose, or null
     * @throws Refused when there is no such case or the caller has no relation to it: the same answer
     */
    @Act(Permission.DOCUMENT_READ)
    @TransactionAttribute(NOT_SUPPORTED)
    public DocumentsView open(CaseNumber number, Purpose purpose, PageAsked asked) {
        Found found = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            return new Found(facts, rows.page(asked(facts), asked, PAGE));
        });
        PolicyFacts facts = found.facts().policy();
        CaseHeader header = headers.of(found.facts(), purpose);
        List<DocumentView> views = views(facts, purpose, found.page().rows());
        return new DocumentsView(
                header,
                new PageOf<>(views, found.page().newer(), found.page().older()),
                !kinds(facts).isEmpty(),
                policy.purposes(caller.get().role()));
    }

    private List<DocumentView> views(PolicyFacts facts, Purpose purpose, List<Stored> documents) {
        List<CaseDocument> shown = documents.stream().map(Stored::document).toList();
        List<RevealedRow> opened = gate.open(facts, purpose, shown, DocumentService::shown);
        Set<DataClass> writable = writable(facts);
        return IntStream.range(0, documents.size())
                .mapToObj(i -> view(documents.get(i), opened.get(i), writable))
                .toList();
    }

    /** The title of its class, and no other attribute; never the key. */
    private static Set<String> shown(Row row) {
        return Set.of(CaseDocument.title(((CaseDocument) row).dataClass()));
    }

    private DocumentView view(Stored stored, RevealedRow row, Set<DataClass> writable) {
        CaseDocument document = stored.document();
        var title = row.get(CaseDocument.title(document.dataClass()));
        boolean counts = document.withdrawnAt() == null;
        return new DocumentView(
                document.id(),
                document.kind(),
                document.dataClass(),
                document.contentType(),
                document.contentSize(),
                document.createdAt(),
                stored.by(),
                document.virusState(),
                document.redacts() != null,
                stored.original(),
                document.withdrawnAt(),
                document.withdrawalReason(),
                title,
                counts && title.isShown() && caller.get().may(Permission.DOCUMENT_DOWNLOAD),
                counts && writable.contains(document.dataClass()));
    }

    private Asked asked(CaseFacts facts) {
        return new Asked(facts.caseId(), caller.get().sub(), DocumentSight.of(facts.policy(), gate));
    }

    private Set<DataClass> writable(PolicyFacts facts) {
        return facts.byGrantAlone() ? Set.of() : DocumentSight.classes(gate.writable(facts.forAuthor()));
    }

    private List<DocumentKind> kinds(PolicyFacts facts) {
        Set<DataClass> writable = writable(facts);
        return Arrays.stream(DocumentKind.values())
                .filter(kind -> writable.stream().anyMatch(kind::allows))
                .toList();
    }

    /**
     * Opens the form.
     *
     * @param redacts the original, of which a redacted copy will come; or null
     * @throws Refused when the caller may upload nothing, or there is no such document in sight
     */
    @Act(value = Permission.DOCUMENT_WRITE, action = Action.EDIT)
    @TransactionAttribute(NOT_SUPPORTED)
    public DocumentForAdd openForAdd(CaseNumber number, UUID redacts) {
        record Begun(CaseFacts facts, Optional<Stored> original) {}
        Begun begun = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            return new Begun(facts, redacts == null ? Optional.empty() : Optional.of(original(facts, redacts)));
        });
        PolicyFacts facts = begun.facts().policy();
        List<DocumentKind> kinds = kinds(facts);
        if (kinds.isEmpty()) {
            throw new Refused(AccessReason.NO_WRITE);
        }
        CaseHeader header = headers.of(begun.facts(), null);
        List<DocumentView> original =
                views(facts, null, begun.original().map(List::of).orElse(List.of()));
        Set<DataClass> writable = writable(facts);
        List<DataClass> stricter = DocumentKind.STRICTER.values().stream()
                .flatMap(Set::stream)
                .filter(writable::contains)
                .sorted()
                .toList();
        return new DocumentForAdd(
                header,
                kinds,
                stricter,
                original.isEmpty() ? null : original.getFirst(),
                limit.megabytes(),
                scanner.isConfigured());
    }

    /** One that is in sight, counts, and is no redacted copy itself. */
    private Stored original(CaseFacts facts, UUID id) {
        Stored stored = one(facts, id);
        if (stored.document().redacts() != null || stored.document().withdrawnAt() != null) {
            throw new Refused(AccessReason.NOT_EDITABLE);
        }
        return stored;
    }

    private Stored one(CaseFacts facts, UUID id) {
        return rows.one(asked(facts), id).orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
    }

    /**
     * Takes a file in: decides what it is, looks for viruses, checks it, and keeps it sealed. Sent twice it is kept once.
     *
     * @param content as it came, at most as large as the limit
     * @throws DocumentRefused when the file is not taken; recorded with the reason, and nothing is kept
     * @throws AnswerMissing when kind or title is missing
     * @throws Refused as {@link #openForAdd}
     */
    @Act(value = Permission.DOCUMENT_WRITE, action = Action.CREATE)
    public void add(CaseNumber number, DocumentEntry entry, byte[] content) {
        CaseFacts facts = access.require(number);
        Optional<CaseDocument> kept = rows.find(entry.id());
        if (kept.isPresent()) {
            requireOwn(kept.get(), facts);
            return;
        }
        entry.complete();
        Optional<Stored> original =
                entry.redacts() == null ? Optional.empty() : Optional.of(original(facts, entry.redacts()));
        CaseDocument document = made(facts, entry, original.map(Stored::document));
        gate.requireWritable(facts.policy(), document, CaseDocument.title(document.dataClass()));
        limit.require(content.length);
        requireRoom(facts, content.length);
        DocumentType type = TypeByContent.of(content);
        VirusState viruses = scanner.look(content);
        byte[] checked = check.check(type, content);
        if (original.isPresent() && same(original.get().document(), checked)) {
            throw new DocumentRefused(DocumentProblem.NOT_REDACTED);
        }
        document.holds(type, checked.length, viruses);
        Content sealing = gate.newContent(document, CaseDocument.KEY);
        gate.write(facts.policy(), document, Map.of(CaseDocument.title(document.dataClass()), entry.title()));
        rows.add(document);
        try (OutputStream sealed = sealing.seal(chunks.writing(document.id()))) {
            sealed.write(checked);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each file starts a process and stays for years: so many of one person in an hour, and so much of one case. */
    private void requireRoom(CaseFacts facts, int more) {
        if (quotas.goesOn(caller.get().sub(), Quotas.Kind.UPLOAD, null).isPresent()) {
            throw new DocumentRefused(DocumentProblem.TOO_MANY);
        }
        long most = (long) configuration.number("document.case.megabytes") * DocumentLimit.MEGABYTE;
        if (rows.bytes(facts.caseId()) + more > most) {
            throw new DocumentRefused(DocumentProblem.CASE_FULL);
        }
    }

    /**
     * Records that a file was not taken before anybody looked at it.
     *
     * @param number null when not so much of it came
     * @throws DocumentRefused always, for this reason
     * @throws Refused when there is no such case or the caller has no relation to it: the same answer
     */
    @Act(value = Permission.DOCUMENT_WRITE, action = Action.CREATE)
    @TransactionAttribute(NOT_SUPPORTED)
    public void refuse(CaseNumber number, DocumentProblem problem) {
        refuse(number, new DocumentRefused(problem));
    }

    /**
     * The same for what the form said of it.
     *
     * @throws BusinessException always, this one
     * @throws Refused as above
     */
    @Act(value = Permission.DOCUMENT_WRITE, action = Action.CREATE)
    @TransactionAttribute(NOT_SUPPORTED)
    public void refuse(CaseNumber number, BusinessException wrong) {
        if (number != null) {
            transaction.read(() -> access.require(number));
        }
        throw wrong;
    }

    /** Byte for byte; a picture as it is kept. What nobody covered must not pass as a copy for others. */
    private boolean same(CaseDocument original, byte[] copy) {
        if (original.contentSize() != copy.length) {
            return false;
        }
        try (InputStream kept = gate.compared(original, CaseDocument.KEY).open(chunks.reading(original.id()))) {
            return Arrays.equals(kept.readAllBytes(), copy);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A redacted copy has kind and class of its original. */
    private CaseDocument made(CaseFacts facts, DocumentEntry entry, Optional<CaseDocument> original) {
        DocumentKind kind = original.map(CaseDocument::kind).orElse(entry.kind());
        DataClass own = entry.dataClass() == null ? kind.dataClass() : entry.dataClass();
        DataClass dataClass = original.map(CaseDocument::dataClass).orElse(own);
        CaseDocument document = new CaseDocument(
                entry.id(), facts.caseId(), kind, dataClass, caller.get().sub(), clock.instant());
        original.ifPresent(document::redacts);
        return document;
    }

    private void requireOwn(CaseDocument document, CaseFacts facts) {
        if (!document.belongsTo(facts.caseId())
                || !document.createdBy().equals(caller.get().sub())) {
            throw new Refused(AccessReason.FOREIGN_ID);
        }
    }

    /**
     * Opens a document to be taken along as a file. The event is in the log before its first byte.
     *
     * @throws Refused when there is none in sight, it was withdrawn, or the caller may not read its class: the same answer
     */
    @Act(value = Permission.DOCUMENT_DOWNLOAD, action = Action.DOWNLOAD)
    @TransactionAttribute(NOT_SUPPORTED)
    public OpenedDocument download(CaseNumber number, UUID id, Purpose purpose) {
        return content(number, id, purpose, each -> true);
    }

    /**
     * Opens a picture to be looked at on a page.
     *
     * @throws Refused as {@link #download}, and for what is no picture
     */
    @Act(Permission.DOCUMENT_READ)
    @TransactionAttribute(NOT_SUPPORTED)
    public OpenedDocument look(CaseNumber number, UUID id, Purpose purpose) {
        return content(number, id, purpose, DocumentType::isPicture);
    }

    private OpenedDocument content(CaseNumber number, UUID id, Purpose purpose, Predicate<DocumentType> meant) {
        One found = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            return new One(facts, one(facts, id));
        });
        CaseDocument document = found.document().document();
        if (document.withdrawnAt() != null || !meant.test(document.contentType())) {
            throw new Refused(AccessReason.NOT_EDITABLE);
        }
        Content content = gate.content(
                found.facts().policy(), purpose, document, CaseDocument.title(document.dataClass()), CaseDocument.KEY);
        return new OpenedDocument(document, number.text(), content, chunks);
    }

    /**
     * Opens the form in which a document is withdrawn.
     *
     * @throws Refused when there is none in sight that counts, or the caller may not write its class
     */
    @Act(value = Permission.DOCUMENT_WRITE, action = Action.EDIT)
    @TransactionAttribute(NOT_SUPPORTED)
    public DocumentForWithdraw openForWithdraw(CaseNumber number, UUID id) {
        One found = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            return new One(facts, one(facts, id));
        });
        requireWritable(found.facts(), found.document().document());
        CaseHeader header = headers.of(found.facts(), null);
        return new DocumentForWithdraw(
                header,
                views(found.facts().policy(), null, List.of(found.document())).getFirst());
    }

    private void requireWritable(CaseFacts facts, CaseDocument document) {
        if (!writable(facts.policy()).contains(document.dataClass())) {
            throw new Refused(AccessReason.NO_WRITE, document.dataClass());
        }
    }

    /**
     * Marks a wrong document. It stays, sealed, and nobody opens it any more.
     *
     * @throws DocumentWithdrawnAlready when somebody did so before
     * @throws Refused as {@link #openForWithdraw}
     */
    @Act(value = Permission.DOCUMENT_WRITE, action = Action.UPDATE)
    public void withdraw(CaseNumber number, UUID id, DocumentWithdrawal reason) {
        CaseFacts facts = access.require(number);
        new Rules().unless(reason != null, () -> new AnswerMissing("reason")).hold();
        CaseDocument document = one(facts, id).document();
        requireWritable(facts, document);
        document.withdraw(reason, caller.get().sub(), clock.instant());
        gate.changed(facts.policy(), document, Set.of("withdrawnAt", "withdrawalReason"));
    }

    /**
     * Redacted copies that may go to others, of which the caller may know; for whoever prepares a disclosure.
     *
     * @throws Refused when there is no such case or the caller has no relation to it
     */
    @Act(value = Permission.DOCUMENT_READ, action = Action.LIST)
    @TransactionAttribute(NOT_SUPPORTED)
    public List<RedactedCopy> redactedCopies(CaseNumber number) {
        return transaction.read(() -> copies.inSight(access.require(number)));
    }
}

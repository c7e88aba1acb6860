package org.himaye.disclosure;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseHeaders;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.ReleaseGround;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.confidentiality.Row;
import org.himaye.consent.Consent;
import org.himaye.consent.ConsentAnswer;
import org.himaye.consent.ConsentGiver;
import org.himaye.consent.ConsentScope;
import org.himaye.consent.Consents;
import org.himaye.document.RedactedCopies;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.ShortTransaction;

/** Asks the person, and makes what goes: the listed fields and nothing else, each file a line of the register (domain.md 4.3, 4.4). */
@Stateless
@PermitAll
public class DisclosurePackageService {

    @Inject
    private DisclosureRepository rows;

    @Inject
    private Disclosures disclosures;

    @Inject
    private Consents consents;

    @Inject
    private RedactedCopies copies;

    @Inject
    private CaseHeaders headers;

    @Inject
    private Gate gate;

    @Inject
    private ActRecord record;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    /**
     * The form to ask the person.
     *
     * @throws Refused as for the line itself, and where nobody is known
     */
    @Act(Permission.CONSENT_RECORD)
    @TransactionAttribute(NOT_SUPPORTED)
    public DisclosureAgreement openAgreement(DisclosureNumber number) {
        record Asked(Disclosure row, CaseFacts facts, List<DataClass> classes, LocalDate end) {}
        Asked asked = transaction.read(() -> {
            Disclosure row = open(number);
            return new Asked(row, disclosures.facts(row), classes(row), consents.proposedEnd(ConsentScope.DISCLOSURE));
        });
        CaseHeader header = headers.of(asked.facts(), null);
        record.rows(1);
        return new DisclosureAgreement(
                header,
                asked.row().receiver(),
                asked.row().organisation(),
                asked.row().purpose(),
                asked.classes(),
                asked.facts().child(),
                asked.facts().spoken(),
                asked.end(),
                clock.today());
    }

    /** One that waits to be checked, about somebody whom we know. */
    private Disclosure open(DisclosureNumber number) {
        Disclosure row = disclosures.require(number);
        if (!row.known() || row.state() != DisclosureState.REQUESTED) {
            throw new Refused(AccessReason.NOT_EDITABLE);
        }
        return row;
    }

    private List<DataClass> classes(Disclosure row) {
        return disclosures.most(row.receiver(), ReleaseGround.AGREED).stream()
                .map(each -> gate.classOf(each.attribute()))
                .filter(each -> each != OPERATIONAL)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Records what the person answers: to whom, for what, which classes. The same id again changes nothing.
     *
     * @throws org.himaye.consent.ChildNeedsGuardian and others as for every consent
     * @throws GuardianInConflict when a guardian answers against whom something is recorded
     */
    @Act(value = Permission.CONSENT_RECORD, action = Action.CREATE)
    public void agree(DisclosureNumber number, ConsentAnswer answer, List<DataClass> classes) {
        Disclosure row = open(number);
        CaseFacts facts = disclosures.facts(row);
        DisclosureAgreement.rules(answer, classes, facts.child(), clock.today()).hold();
        if (answer.scope() != ConsentScope.DISCLOSURE || !classes(row).containsAll(classes)) {
            throw new Refused(AccessReason.FOREIGN_ID);
        }
        if (answer.given() && answer.givenBy() == ConsentGiver.GUARDIAN && disclosures.conflictRecorded(row)) {
            throw new GuardianInConflict();
        }
        Consent consent = consents.record(facts, answer);
        record.on("consent", consent.id());
        if (rows.consent(consent.id()).isEmpty()) {
            rows.add(new DisclosureConsent(
                    consent.id(), row, classes, currentCaller.get().sub(), clock.instant()));
        }
    }

    /**
     * Makes a file for the receiver of what was decided and writes its line into the register. The event of this act names every field, the
     * purpose, and the basis as its reason; when it is not stored, there is no file.
     *
     * @throws PersonNotInformed before the person was told, or it was said why not
     * @throws DisclosureExpired after its last day
     * @throws DisclosureConsentNotInForce when the consent was taken back meanwhile
     */
    @Act(value = Permission.DISCLOSURE_SEND, action = Action.EXPORT)
    public IssuedPackage make(DisclosureNumber number, CopyKind kind, PackageWords words) {
        Disclosure row = disclosures.require(number);
        CaseFacts facts = disclosures.facts(row);
        row.requireMakeable(clock.today());
        disclosures.requireGround(row, facts, true);
        PackageContent content = content(row, facts);
        byte[] file =
                kind == CopyKind.PDF ? PackagePdf.of(content, words) : PackageJson.of(content, gate::classOf, words);
        rows.add(new DisclosureCopy(row, kind, sha256(file), currentCaller.get().sub(), clock.instant()));
        record.on(Disclosure.TABLE, row.id());
        record.because(row.ground());
        return kind == CopyKind.PDF
                ? new IssuedPackage(row.reference() + ".pdf", "application/pdf", file)
                : new IssuedPackage(row.reference() + ".json", "application/json", file);
    }

    /**
     * Makes the file of one redacted copy that the decision names, as it is kept, and writes its line into the register. As {@link #make}.
     *
     * @throws Refused when the decision does not name it
     * @throws NothingMade before the file was made that carries receiver, term and conditions: no paper goes without it
     * @throws PaperWithdrawn when it was withdrawn meanwhile
     */
    @Act(value = Permission.DISCLOSURE_SEND, action = Action.EXPORT)
    public IssuedPackage makePaper(DisclosureNumber number, UUID paper) {
        Disclosure row = disclosures.require(number);
        CaseFacts facts = disclosures.facts(row);
        row.requireMakeable(clock.today());
        disclosures.requireGround(row, facts, true);
        if (!row.documents().contains(paper)) {
            throw new Refused(AccessReason.FOREIGN_ID);
        }
        if (!rows.whole(row, Set.of())) {
            throw new NothingMade();
        }
        RedactedCopies.Released released = copies.release(
                        facts,
                        paper,
                        row.purpose(),
                        row.receiver().name(),
                        row.ground().release())
                .orElseThrow(PaperWithdrawn::new);
        rows.add(new DisclosureCopy(
                row,
                paper,
                released.kind(),
                sha256(released.content()),
                currentCaller.get().sub(),
                clock.instant()));
        record.on(Disclosure.TABLE, row.id());
        record.because(row.ground());
        String name = row.reference() + "-"
                + released.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new IssuedPackage(
                name + "." + released.type().extension(), released.type().mediaType(), released.content());
    }

    private PackageContent content(Disclosure row, CaseFacts facts) {
        PackageContent content = PackageContent.of(row, clock.today());
        Map<Row, String> sources = rows.sources(
                row.fields().stream().map(DisclosedField::source).collect(Collectors.toSet()),
                facts.caseId(),
                facts.personId(),
                clock.today(),
                row.decidedAt());
        List<Row> inOrder = List.copyOf(sources.keySet());
        List<RevealedRow> opened = gate.release(
                facts.policy(),
                row.purpose(),
                row.receiver().name(),
                row.ground().release(),
                inOrder,
                each -> fields(row, sources.get(each))
                        .map(DisclosedField::property)
                        .collect(Collectors.toSet()));
        for (int i = 0; i < inOrder.size(); i++) {
            RevealedRow each = opened.get(i);
            fields(row, sources.get(inOrder.get(i)))
                    .forEach(field ->
                            content.add(field, each.get(field.property()).getValue()));
        }
        return content;
    }

    private static Stream<DisclosedField> fields(Disclosure row, String source) {
        return row.fields().stream().filter(each -> each.source().equals(source));
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.Urgency;
import org.himaye.consent.ConsentAnswer;
import org.himaye.consent.ConsentGiver;
import org.himaye.consent.ConsentMethod;
import org.himaye.consent.ConsentScope;
import org.himaye.disclosure.ConsentForAnother;
import org.himaye.disclosure.ConsentNotForClasses;
import org.himaye.disclosure.CopyKind;
import org.himaye.disclosure.DisclosedField;
import org.himaye.disclosure.DisclosureBasis;
import org.himaye.disclosure.DisclosureChannel;
import org.himaye.disclosure.DisclosureCheck;
import org.himaye.disclosure.DisclosureConsentNotInForce;
import org.himaye.disclosure.DisclosureDecision;
import org.himaye.disclosure.DisclosureLine;
import org.himaye.disclosure.DisclosureNeedsAnother;
import org.himaye.disclosure.DisclosureNumber;
import org.himaye.disclosure.DisclosurePackageService;
import org.himaye.disclosure.DisclosureQuery;
import org.himaye.disclosure.DisclosureRequest;
import org.himaye.disclosure.DisclosureService;
import org.himaye.disclosure.DisclosureState;
import org.himaye.disclosure.FieldsOutsideLimit;
import org.himaye.disclosure.InformedAnswer;
import org.himaye.disclosure.Informing;
import org.himaye.disclosure.IssuedPackage;
import org.himaye.disclosure.PackageWords;
import org.himaye.disclosure.PersonNotInformed;
import org.himaye.disclosure.ReceiverKind;
import org.himaye.disclosure.RefusalGround;
import org.himaye.disclosure.RefusalLetter;
import org.himaye.note.NoteBeginning;
import org.himaye.note.NoteEntry;
import org.himaye.note.NoteService;
import org.himaye.note.NoteSort;
import org.himaye.person.AgeBand;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.PageAsked;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who decides what leaves the house, on which consent, and what the register and the log then say (domain.md 4.2 to 4.4, SC-07). */
@ArquillianTest
class DisclosuresInContainerTest {

    private static final UUID SHELTER = UUID.fromString("a2caddf5-8fea-3b52-9087-65013452540c");
    private static final UUID ELSEWHERE = UUID.fromString("00000000-0000-0000-0000-00000000000e");
    private static final LocalDate TODAY = LocalDate.now(BusinessClock.ZONE);
    private static final String SAID = "Məni pasportsuz saxladılar";

    @Inject
    private CaseFileService cases;

    @Inject
    private NoteService notes;

    @Inject
    private DisclosureService disclosures;

    @Inject
    private DisclosurePackageService packages;

    @Inject
    private CurrentCaller currentCaller;

    private UUID caseId;
    private CaseNumber number;
    private String session;

    @Deployment
    static Archive<?> core() {
        return CoreInContainer.with(DisclosuresInContainerTest.class, Words.class, SuperuserConnection.class);
    }

    @BeforeEach
    void aCaseWithAStatement() {
        caseId = UUID.randomUUID();
        caseworker();
        number = cases.start(caseId, Urgency.NORMAL, AgeBand.ADULT, Sex.FEMALE, SpokenLanguage.AZ);
        notes.write(
                number, new NoteEntry(UUID.randomUUID(), NoteBeginning.of(NoteSort.STATEMENT), null, SAID, null, null));
    }

    private void as(String name, Role role, UUID institution) {
        session = "disclosures " + UUID.randomUUID();
        UUID sub = UUID.nameUUIDFromBytes(("himaye-demo:" + name).getBytes(StandardCharsets.UTF_8));
        currentCaller.enter(new Caller(
                sub, name, role, institution, EnumSet.allOf(Permission.class), session, "test", Instant.now()));
    }

    private void caseworker() {
        as("caseworker1", Role.CASEWORKER, SHELTER);
    }

    private void supervisor() {
        as("supervisor1", Role.SUPERVISOR, SHELTER);
    }

    private void keeper(Role role) {
        as(role == Role.AUDITOR ? "auditor1" : "privacy1", role, ELSEWHERE);
    }

    private static DisclosureRequest asks(
            ReceiverKind receiver, Purpose purpose, DisclosureBasis basis, String document, DisclosedField... fields) {
        return new DisclosureRequest(
                receiver,
                "Bakı şəhəri, 4 nömrəli",
                "Müfəttiş",
                document,
                document == null ? null : TODAY,
                purpose,
                basis,
                "Hamısını istəyirik",
                List.of(fields));
    }

    private static DisclosureRequest ofCourt(DisclosedField... fields) {
        return asks(ReceiverKind.COURT, Purpose.COURT_ORDER, DisclosureBasis.COURT_DECISION, "17/2026", fields);
    }

    private DisclosureNumber entered(DisclosureRequest asked) {
        caseworker();
        return disclosures.enter(number, UUID.randomUUID(), asked);
    }

    private int version(DisclosureNumber of) {
        return disclosures.open(of).version();
    }

    private void check(DisclosureNumber of, DisclosureBasis ground, UUID consent) {
        disclosures.check(of, version(of), new DisclosureCheck(ground, consent, null, ground == null ? null : "Risk"));
    }

    private void decide(DisclosureNumber of, DisclosedField... fields) {
        disclosures.decide(of, version(of), new DisclosureDecision(null, List.of(fields), TODAY.plusDays(30)));
    }

    private void refuse(DisclosureNumber of) {
        supervisor();
        disclosures.decide(of, version(of), new DisclosureDecision(RefusalGround.NO_BASIS, null, null));
    }

    private void told(DisclosureNumber of) {
        caseworker();
        disclosures.inform(of, version(of), new InformedAnswer(Informing.BEFORE, null, TODAY, SpokenLanguage.AZ));
    }

    private IssuedPackage make(DisclosureNumber of, CopyKind kind) {
        return packages.make(of, kind, new Words());
    }

    private UUID consent(DisclosureNumber of, DataClass... classes) {
        UUID id = UUID.randomUUID();
        packages.agree(
                of,
                new ConsentAnswer(
                        id,
                        ConsentScope.DISCLOSURE,
                        null,
                        true,
                        ConsentGiver.VICTIM,
                        ConsentMethod.WRITTEN,
                        SpokenLanguage.AZ,
                        false,
                        null,
                        TODAY.plusDays(30),
                        null),
                List.of(classes));
        return id;
    }

    /** SC-07: the court's decision, for the day of the statement only. */
    @Test
    void onlyWhatWasDecidedGoesAndRegisterAndLogSayIt() throws NoSuchAlgorithmException {
        DisclosureNumber of = entered(ofCourt(DisclosedField.STATEMENT_DATE, DisclosedField.DECISION_TEXT));
        check(of, DisclosureBasis.COURT_DECISION, null);
        assertThrows(DisclosureNeedsAnother.class, () -> decide(of, DisclosedField.STATEMENT_DATE), "alone");
        as("supervisor2", Role.SUPERVISOR, ELSEWHERE);
        assertThrows(Refused.class, () -> disclosures.open(of));
        as("caseworker2", Role.CASEWORKER, SHELTER);
        assertThrows(Refused.class, () -> disclosures.open(of), "of the house, and not on the case");
        assertFalse(onList(of));
        supervisor();
        assertThrows(FieldsOutsideLimit.class, () -> decideAnything(of));
        decide(of, DisclosedField.STATEMENT_DATE);
        assertThrows(PersonNotInformed.class, () -> make(of, CopyKind.PDF));
        told(of);

        IssuedPackage json = make(of, CopyKind.JSON);

        String text = new String(json.content(), StandardCharsets.UTF_8);
        assertTrue(
                text.endsWith(
                        "\"data\":[{\"field\":\"STATEMENT_DATE\",\"attribute\":\"case_note.createdAt\",\"class\":\"OPERATIONAL\","
                                + "\"values\":[\"" + TODAY + "\"]}]}"),
                text);
        assertFalse(text.contains(SAID) || text.contains(number.text()), text);
        assertEquals(
                "EXPORT ALLOWED COURT_ORDER COURT_DECISION {case_note.createdAt} t",
                SuperuserConnection.text(
                        "select concat_ws(' ', e.action, e.outcome, e.purpose, e.reason, e.fields,"
                                + " e.entity_id = (select id from himaye.disclosure where reference = ?))"
                                + " from himaye.access_event e join himaye.access_event_case c on c.event_id = e.id"
                                + " where e.session_ref = ? and e.act = 'disclosure.send' and c.case_id = ?",
                        of.text(),
                        session,
                        caseId));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json.content()));
        assertEquals(hash, disclosures.open(of).copies().getFirst().sha256());
        IssuedPackage pdf = make(of, CopyKind.PDF);
        assertEquals("%PDF-", new String(pdf.content(), 0, 5, StandardCharsets.US_ASCII));
        assertEquals(2, disclosures.open(of).copies().size(), "every one is a line");
        disclosures.send(of, version(of), DisclosureChannel.COURIER);
        assertEquals(DisclosureState.NOTIFIED, disclosures.open(of).state());
        seenByKeepersWithoutWords(of);
    }

    private void decideAnything(DisclosureNumber of) {
        SuperuserConnection.change(
                "update himaye.disclosure set wanted_fields = 'FAMILY_NAME STATEMENT_DATE DECISION_TEXT' where reference = ?",
                of.text());
        decide(of, DisclosedField.FAMILY_NAME);
    }

    private boolean onList(DisclosureNumber of) {
        return disclosures.list(new DisclosureQuery(null, null, null, PageAsked.first())).rows().stream()
                .map(DisclosureLine::reference)
                .anyMatch(of.text()::equals);
    }

    private void seenByKeepersWithoutWords(DisclosureNumber of) {
        assertEquals("Hamısını istəyirik", disclosures.open(of).wanted().getValue());
        for (Role role : List.of(Role.AUDITOR, Role.PRIVACY_OFFICER)) {
            keeper(role);
            assertTrue(onList(of), role.name());
            assertNull(disclosures.open(of).wanted(), role.name());
            assertNull(disclosures.open(of).receiverPerson(), role.name());
            assertEquals(number.text(), disclosures.open(of).caseNumber());
            assertThrows(Refused.class, () -> make(of, CopyKind.PDF), role.name());
        }
    }

    /** SC-07: expired yesterday; for one class and used for another; taken back after the decision. */
    @Test
    void aConsentHoldsForItsReceiverPurposeClassesAndTime() {
        DisclosureNumber of = entered(
                asks(ReceiverKind.LAWYER, Purpose.LEGAL_AID, DisclosureBasis.CONSENT, null, DisclosedField.STATEMENT));
        UUID identity = consent(of, DataClass.IDENTITY);
        UUID story = consent(of, DataClass.NARRATIVE);
        assertEquals(2, disclosures.open(of).consents().size(), "one beside the other");
        assertThrows(ConsentNotForClasses.class, () -> check(of, DisclosureBasis.CONSENT, identity));
        DisclosureNumber school = entered(asks(
                ReceiverKind.SCHOOL,
                Purpose.REFERRAL_SERVICE,
                DisclosureBasis.CONSENT,
                null,
                DisclosedField.GIVEN_NAME));
        assertThrows(ConsentForAnother.class, () -> check(school, DisclosureBasis.CONSENT, identity));
        lastDay(story, -1);
        assertThrows(DisclosureConsentNotInForce.class, () -> check(of, DisclosureBasis.CONSENT, story), "yesterday");
        lastDay(story, 0);
        check(of, DisclosureBasis.CONSENT, story);
        supervisor();
        decide(of, DisclosedField.STATEMENT);
        told(of);
        assertTrue(new String(make(of, CopyKind.JSON).content(), StandardCharsets.UTF_8).contains(SAID));
        SuperuserConnection.change(
                "update himaye.consent set status = 'WITHDRAWN', withdrawn_at = now() where id = ?", story);
        assertThrows(DisclosureConsentNotInForce.class, () -> make(of, CopyKind.JSON));
        assertEquals(1, disclosures.open(of).copies().size(), "what was refused left no line");
    }

    private static void lastDay(UUID consent, int days) {
        SuperuserConnection.change(
                "update himaye.consent set valid_to = (now() at time zone 'Asia/Baku')::date + ? where id = ?",
                days,
                consent);
    }

    /** What is answered tells nothing: not of somebody whom we know, and not of somebody whom nobody knows. */
    @Test
    void theAnswerToARefusedRequestIsTheSameForWhomNobodyKnows() {
        DisclosureRequest asked = asks(
                ReceiverKind.PROSECUTOR,
                Purpose.PROSECUTION_REQUEST,
                DisclosureBasis.PROSECUTION_DECISION,
                null,
                DisclosedField.SAFE_CONTACT);
        DisclosureNumber known = entered(asked);
        DisclosureNumber unknown = disclosures.enterUnknown(UUID.randomUUID(), asked);
        for (DisclosureNumber each : List.of(known, unknown)) {
            caseworker();
            check(each, null, null);
            refuse(each);
        }

        assertEquals(without(disclosures.refusal(known)), without(disclosures.refusal(unknown)));
        assertEquals(
                0,
                SuperuserConnection.number(
                        "select count(*) from himaye.disclosure where reference = ?"
                                + " and (wanted is not null or receiver_person is not null or case_id is not null)",
                        unknown.text()),
                "no word is kept of whom nobody knows");
        keeper(Role.PRIVACY_OFFICER);
        assertTrue(onList(unknown));
        as("supervisor2", Role.SUPERVISOR, ELSEWHERE);
        assertThrows(Refused.class, () -> disclosures.open(unknown));
    }

    private static String without(RefusalLetter letter) {
        return letter.toString().replace(letter.reference(), "D");
    }

    /** Words that name themselves. */
    public static final class Words implements PackageWords {
        @Override
        public String language() {
            return "az";
        }

        @Override
        public String title() {
            return "Məlumat";
        }

        @Override
        public String heading(Heading heading) {
            return heading.name();
        }

        @Override
        public String field(DisclosedField field) {
            return field.name();
        }

        @Override
        public String show(Object value) {
            return String.valueOf(value);
        }

        @Override
        public String terms() {
            return "Ötürmək qadağandır: " + TODAY.plusDays(30);
        }
    }
}

package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.Urgency;
import org.himaye.document.DocumentEntry;
import org.himaye.document.DocumentKind;
import org.himaye.document.DocumentProblem;
import org.himaye.document.DocumentRefused;
import org.himaye.document.DocumentService;
import org.himaye.document.DocumentView;
import org.himaye.document.DocumentWithdrawal;
import org.himaye.document.DocumentWithdrawnAlready;
import org.himaye.document.OpenedDocument;
import org.himaye.document.RedactedCopy;
import org.himaye.document.VirusState;
import org.himaye.person.AgeBand;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.PageAsked;
import org.himaye.shared.RowContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Documents of a case in the real server: who opens which, what stands where, and what is not taken (domain.md 3.3.16, ADR 30). */
class DocumentsInContainerTest extends InContainer {

    @Inject
    private CaseFileService cases;

    @Inject
    private DocumentService documents;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private RowContext context;

    @Resource(lookup = "jdbc/himaye")
    private DataSource application;

    private UUID caseId;
    private CaseNumber number;

    @BeforeEach
    void aCaseWithATeam() {
        caseId = UUID.randomUUID();
        as("caseworker1", Role.CASEWORKER);
        number = cases.start(caseId, Urgency.NORMAL, AgeBand.ADULT, Sex.FEMALE, SpokenLanguage.AZ);
        as("supervisor1", Role.SUPERVISOR);
        cases.join(number, sub("psychologist1"));
        cases.join(number, sub("lawyer1"));
        as("caseworker1", Role.CASEWORKER);
    }

    @AfterEach
    void noScanner() {
        System.setProperty("himaye.clamd", "");
    }

    private void as(String name, Role role) {
        currentCaller.enter(new Caller(
                sub(name),
                name,
                role,
                SHELTER,
                EnumSet.allOf(Permission.class),
                "documents-" + name,
                "test",
                Instant.now()));
    }

    private UUID add(DocumentKind kind, DataClass dataClass) {
        UUID id = UUID.randomUUID();
        documents.add(number, new DocumentEntry(id, kind, "Ad " + kind, dataClass, null), SmallPdf.of(kind.name()));
        return id;
    }

    private List<DocumentView> listed(Purpose purpose) {
        return documents.open(number, purpose, PageAsked.first()).page().rows();
    }

    /** Kinds on the page, the oldest first, each with what its title is to the reader; ! where the content opens. */
    private String seen(Purpose purpose) {
        return listed(purpose).reversed().stream()
                .map(each -> each.kind() + " "
                        + (each.title().isShown()
                                ? "shown"
                                : each.title().isMasked()
                                        ? "masked"
                                        : each.title().getDecision().toString())
                        + (each.opens() ? "!" : ""))
                .collect(Collectors.joining(", "));
    }

    private byte[] opened(UUID id, Purpose purpose) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        documents.download(number, id, purpose).writeTo(out);
        return out.toByteArray();
    }

    @Test
    @Tag("ASVS-8.2.3")
    void eachClassIsForThoseWhomThePolicyNames() throws IOException, SQLException {
        UUID paper = add(DocumentKind.IDENTITY_PAPER, null);
        UUID medical = add(DocumentKind.MEDICAL, null);
        as("psychologist1", Role.PSYCHOLOGIST);
        UUID therapy = add(DocumentKind.PSYCHOLOGICAL, DataClass.THERAPY);
        as("lawyer1", Role.LAWYER);
        UUID defence = add(DocumentKind.COURT, DataClass.PRIVILEGED);
        assertEquals("IDENTITY_PAPER shown!, COURT shown!", seen(null));

        as("caseworker1", Role.CASEWORKER);
        assertEquals("IDENTITY_PAPER shown!, MEDICAL masked", seen(null));
        assertEquals("IDENTITY_PAPER shown!, MEDICAL shown!", seen(Purpose.CARE));
        assertEquals("2", rows("count(*)"));
        String unknown = refused(UUID.randomUUID(), null);
        assertEquals(unknown, refused(therapy, Purpose.CARE));
        assertEquals(unknown, refused(defence, Purpose.CARE));
        refused(medical, null);
        assertArrayEquals(SmallPdf.of("MEDICAL"), opened(medical, Purpose.CARE));
        as("supervisor1", Role.SUPERVISOR);
        assertEquals("IDENTITY_PAPER NEEDS_PURPOSE, MEDICAL masked", seen(null));
        refused(paper, null);
        assertArrayEquals(SmallPdf.of("IDENTITY_PAPER"), opened(paper, Purpose.SUPERVISION));
        assertThrows(Refused.class, () -> add(DocumentKind.MEDICAL, null));
        as("psychologist1", Role.PSYCHOLOGIST);
        assertEquals("IDENTITY_PAPER masked, MEDICAL shown!, PSYCHOLOGICAL shown!", seen(null));
        assertEquals("3", rows("count(*)"));
        as("caseworker2", Role.CASEWORKER);
        refused(paper, Purpose.CARE);
        assertEquals(
                "DOWNLOAD ALLOWED HE, DOWNLOAD ALLOWED ID",
                SuperuserConnection.text(
                        "select string_agg(action || ' ' || outcome || ' ' || array_to_string(classes, ' '), ', ' order by seq)"
                                + " from himaye.access_event where act = 'document.download' and outcome <> 'DENIED'"
                                + " and entity_id in (?, ?)",
                        medical,
                        paper));
    }

    /** @return how it is refused, which is the same for what is not there */
    private String refused(UUID id, Purpose purpose) {
        return assertThrows(Refused.class, () -> documents.download(number, id, purpose))
                .getClass()
                .getName();
    }

    /** What the database itself gives the caller of the case's documents, each with its chunks. */
    private String rows(String what) throws SQLException {
        try (Connection connection = application.getConnection()) {
            connection.setAutoCommit(false);
            context.tell(connection);
            try (var find = connection.prepareStatement("select " + what + " from himaye.document_chunk k"
                    + " join himaye.case_document d on d.id = k.document_id where d.case_id = ?")) {
                find.setObject(1, caseId);
                try (ResultSet found = find.executeQuery()) {
                    found.next();
                    return found.getString(1);
                }
            } finally {
                connection.rollback();
            }
        }
    }

    /** Whoever has stolen the administrator's account reads nothing, and cannot lay one content under another title. */
    @Test
    void aContentOpensBesideItsOwnRowAlone() throws IOException {
        UUID one = add(DocumentKind.IDENTITY_PAPER, null);
        UUID other = add(DocumentKind.CERTIFICATE, null);
        assertEquals(
                0,
                SuperuserConnection.number(
                        "select count(*) from himaye.document_chunk where document_id = ? and position(?::bytea in content) > 0",
                        one,
                        "%PDF".getBytes(StandardCharsets.US_ASCII)));

        SuperuserConnection.change(
                "update himaye.document_chunk k set content = o.content from himaye.document_chunk o"
                        + " where k.document_id = ? and o.document_id = ?",
                one,
                other);
        OpenedDocument moved = documents.download(number, one, null);
        assertThrows(IOException.class, () -> moved.writeTo(new ByteArrayOutputStream()));
        SuperuserConnection.change(
                "update himaye.case_document d set content_key = o.content_key from himaye.case_document o"
                        + " where d.id = ? and o.id = ?",
                one,
                other);
        assertThrows(NotOpenedNow.class, () -> documents.download(number, one, null));
        assertArrayEquals(SmallPdf.of("CERTIFICATE"), opened(other, null));
    }

    /** A file of several chunks comes back whole, and one that is not taken leaves nothing behind but its event. */
    @Test
    void whatIsNotTakenLeavesNothingBehind() throws IOException {
        long before = count();
        assertEquals(DocumentProblem.TYPE, problem("Salam".getBytes(StandardCharsets.UTF_8)));
        assertEquals(DocumentProblem.EMPTY, problem(new byte[0]));
        assertEquals(DocumentProblem.TOO_LARGE, problem(new byte[21 << 20]));
        System.setProperty("himaye.clamd", "unix:/nowhere");
        assertEquals(DocumentProblem.SCANNER_AWAY, problem(SmallPdf.of("x")));
        noScanner();
        assertEquals(before, count());
        assertEquals(
                "FAILED DocumentProblem.SCANNER_AWAY",
                SuperuserConnection.text(
                        "select e.outcome || ' ' || e.reason from himaye.access_event e join himaye.access_event_case c on c.event_id = e.id"
                                + " where c.case_id = ? and e.act = 'document.write' order by e.seq desc limit 1",
                        caseId));

        byte[] large = SmallPdf.of("long ".repeat(200_000));
        UUID id = UUID.randomUUID();
        DocumentEntry entry = new DocumentEntry(id, DocumentKind.OTHER, "Uzun", null, null);
        documents.add(number, entry, large);
        documents.add(number, entry, large);
        assertArrayEquals(large, opened(id, null));
        assertEquals(VirusState.NOT_CHECKED, listed(null).getFirst().viruses());
        assertEquals(
                4, SuperuserConnection.number("select count(*) from himaye.document_chunk where document_id = ?", id));
    }

    /** One person, one hour; one case, so much room (ASVS 5.2.4). */
    @Test
    @Tag("ASVS-5.2.4")
    void thereIsRoomForSoMuchAndNoMore() {
        add(DocumentKind.OTHER, null);
        String change = "update himaye.configuration set value = ? where key = ?";
        try {
            SuperuserConnection.change(change, 0, "document.case.megabytes");
            assertEquals(DocumentProblem.CASE_FULL, problem(SmallPdf.of("x")));
            SuperuserConnection.change(change, 500, "document.case.megabytes");
            SuperuserConnection.uploadsInAnHour(1);
            assertEquals(DocumentProblem.TOO_MANY, problem(SmallPdf.of("x")));
            assertEquals(
                    1,
                    SuperuserConnection.number(
                            "select count(*) from himaye.access_event where actor = ? and reason = 'DocumentProblem.TOO_MANY'"
                                    + " and at > now() - interval '1 minute'",
                            sub("caseworker1")));
        } finally {
            SuperuserConnection.change(change, 500, "document.case.megabytes");
            SuperuserConnection.uploadsInAnHour(1000);
        }
    }

    /** What is cut off before anybody looks at it is on record with its case. */
    @Test
    void whatIsTooLargeOrTooBusyIsOnRecord() {
        for (DocumentProblem problem : List.of(DocumentProblem.TOO_LARGE, DocumentProblem.BUSY)) {
            assertEquals(
                    problem,
                    assertThrows(DocumentRefused.class, () -> documents.refuse(number, problem))
                            .problem());
        }
        assertEquals(
                "FAILED DocumentProblem.TOO_LARGE, FAILED DocumentProblem.BUSY",
                SuperuserConnection.text(
                        "select string_agg(e.outcome || ' ' || e.reason, ', ' order by e.seq) from himaye.access_event e"
                                + " join himaye.access_event_case c on c.event_id = e.id"
                                + " where c.case_id = ? and e.act = 'document.write' and e.action = 'CREATE'",
                        caseId));
        as("caseworker2", Role.CASEWORKER);
        assertThrows(Refused.class, () -> documents.refuse(number, DocumentProblem.BUSY));
    }

    private DocumentProblem problem(byte[] content) {
        DocumentEntry entry = new DocumentEntry(UUID.randomUUID(), DocumentKind.OTHER, "Ad", null, null);
        return assertThrows(DocumentRefused.class, () -> documents.add(number, entry, content))
                .problem();
    }

    private static long count() {
        return SuperuserConnection.number(
                "select (select count(*) from himaye.case_document) + (select count(*) from himaye.document_chunk)");
    }

    /** 4.8: nothing is overwritten or deleted; 4.3: a copy for others stands beside its original. */
    @Test
    void aWrongOneIsWithdrawnAndACopyStandsBesideItsOriginal() throws SQLException, IOException {
        UUID original = add(DocumentKind.OWN_STATEMENT, null);
        DocumentEntry uncovered = new DocumentEntry(UUID.randomUUID(), null, "Örtülməmiş", null, original);
        assertEquals(
                DocumentProblem.NOT_REDACTED,
                assertThrows(
                                DocumentRefused.class,
                                () -> documents.add(number, uncovered, SmallPdf.of("OWN_STATEMENT")))
                        .problem());
        UUID copy = UUID.randomUUID();
        documents.add(number, new DocumentEntry(copy, null, "Örtülmüş", null, original), SmallPdf.of("copy"));

        List<RedactedCopy> copies = documents.redactedCopies(number);

        assertEquals(
                List.of(copy + " of " + original + " " + DocumentKind.OWN_STATEMENT),
                copies.stream()
                        .map(each -> each.id() + " of " + each.original() + " " + each.kind())
                        .toList());
        assertThrows(
                Refused.class,
                () -> documents.add(
                        number,
                        new DocumentEntry(UUID.randomUUID(), null, "Surətin surəti", null, copy),
                        SmallPdf.of("x")));

        documents.withdraw(number, original, DocumentWithdrawal.WRONG_FILE);

        assertThrows(
                DocumentWithdrawnAlready.class,
                () -> documents.withdraw(number, original, DocumentWithdrawal.WRONG_CASE));
        refused(original, null);
        DocumentView shown = listed(null).getLast();
        assertEquals(DocumentWithdrawal.WRONG_FILE, shown.reason());
        assertEquals("Ad OWN_STATEMENT", shown.title().getValue());
        assertFalse(shown.opens());
        assertEquals("1", rows("count(*)"), "its chunks are met by nobody");
        assertArrayEquals(SmallPdf.of("copy"), opened(copy, null));
        assertEquals(copies, documents.redactedCopies(number), "the copy stays when its original is withdrawn");
        denied("update himaye.case_document set narrative_title = '\\x00'");
        denied("update himaye.document_chunk set content = '\\x00'");
        denied("delete from himaye.document_chunk");
        denied("delete from himaye.case_document");
    }

    private void denied(String sql) throws SQLException {
        try (Connection connection = application.getConnection()) {
            connection.setAutoCommit(false);
            context.tell(connection);
            try (var statement = connection.createStatement()) {
                SQLException denied = assertThrows(SQLException.class, () -> statement.executeUpdate(sql), sql);
                assertTrue(denied.getMessage().contains("permission denied"), denied.getMessage());
            } finally {
                connection.rollback();
            }
        }
    }

    @Test
    void theDatabaseKnowsEveryKind() {
        assertEquals(
                List.of(),
                Arrays.stream(DocumentKind.values())
                        .filter(kind -> SuperuserConnection.number(
                                        "select count(*) from pg_constraint where conname = 'ck_case_document_kind'"
                                                + " and position('''' || ? || '''' in pg_get_constraintdef(oid)) > 0",
                                        kind.name())
                                == 0)
                        .toList());
    }
}

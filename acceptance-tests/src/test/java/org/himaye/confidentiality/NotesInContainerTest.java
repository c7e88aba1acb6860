package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.himaye.breakglass.BreakGlassReason;
import org.himaye.breakglass.BreakGlassRequest;
import org.himaye.breakglass.BreakGlassService;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.Urgency;
import org.himaye.history.HistoryService;
import org.himaye.intake.PersonAnswers;
import org.himaye.intake.PersonFileService;
import org.himaye.note.CorrectionReason;
import org.himaye.note.NoteBeginning;
import org.himaye.note.NoteCorrectedAlready;
import org.himaye.note.NoteEntry;
import org.himaye.note.NoteKind;
import org.himaye.note.NoteService;
import org.himaye.note.NoteSort;
import org.himaye.note.NoteView;
import org.himaye.person.AgeBand;
import org.himaye.person.AgeBasis;
import org.himaye.person.NationalityStatus;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.PageAsked;
import org.himaye.shared.RowContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who reads which note, and that none is ever overwritten, in the real server on the real database (domain.md 3.1, 4.7, 4.8). */
class NotesInContainerTest extends InContainer {

    @Inject
    private CaseFileService cases;

    @Inject
    private PersonFileService persons;

    @Inject
    private NoteService notes;

    @Inject
    private HistoryService histories;

    @Inject
    private BreakGlassService emergencies;

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
        // A second one of each job, by the account of somebody who does another here.
        assign("medic1", "PSYCHOLOGIST");
        assign("coordinator1", "LAWYER");
        as("caseworker1", Role.CASEWORKER);
    }

    /** Those who were borrowed work on no case any more. */
    @AfterEach
    void asItWas() {
        SuperuserConnection.change(
                "update himaye.case_assignment set assigned_until = now() where case_id = ? and staff_sub in (?, ?) and assigned_until is null",
                caseId,
                sub("medic1"),
                sub("coordinator1"));
    }

    private void as(String name, Role role) {
        currentCaller.enter(new Caller(
                sub(name),
                name,
                role,
                SHELTER,
                EnumSet.allOf(Permission.class),
                "notes-" + name,
                "test",
                Instant.now()));
    }

    private void assign(String name, String function) {
        SuperuserConnection.change(
                "insert into himaye.case_assignment (id, version, created_at, created_by, updated_at, updated_by, case_id, staff_sub,"
                        + " function, assigned_from) values (gen_random_uuid(), 0, now(), gen_random_uuid(), now(), gen_random_uuid(), ?, ?, '"
                        + function + "', now())",
                caseId,
                sub(name));
    }

    private UUID write(NoteBeginning beginning, NoteKind kind, String text, CorrectionReason reason) {
        UUID id = UUID.randomUUID();
        String summary = beginning.sort() == NoteSort.HEALTH ? "Xülasə" : null;
        notes.write(number, new NoteEntry(id, beginning, kind, text, summary, reason));
        return id;
    }

    private UUID write(NoteSort sort) {
        NoteKind kind = sort == NoteSort.STATEMENT ? null : NoteKind.FACT;
        return write(NoteBeginning.of(sort), kind, "Mətn " + sort, null);
    }

    private void oneOfEach() {
        write(NoteSort.CASE);
        write(NoteSort.STATEMENT);
        as("psychologist1", Role.PSYCHOLOGIST);
        write(NoteSort.HEALTH);
        write(NoteSort.THERAPY);
        as("lawyer1", Role.LAWYER);
        write(NoteSort.LAWYER);
    }

    private List<NoteView> open(Purpose purpose) {
        return notes.open(number, purpose, PageAsked.first()).page().rows();
    }

    /** Sorts on the page, the oldest first, each with what its text is to the reader. */
    private String seen(Purpose purpose) {
        return open(purpose).reversed().stream()
                .map(note -> note.sort() + " " + state(note.text()))
                .collect(Collectors.joining(", "));
    }

    private static String state(Revealed<?> text) {
        return text.isShown()
                ? "shown"
                : text.isMasked() ? "masked" : text.getDecision().toString();
    }

    /** Of another one not even that it is there: neither on the page nor in the rows that the database gives. */
    @Test
    @Tag("ASVS-8.2.3")
    void eachSortIsForThoseWhomItsClassNames() throws SQLException {
        oneOfEach();

        as("caseworker1", Role.CASEWORKER);
        assertEquals("CASE shown, STATEMENT shown, HEALTH masked", seen(null));
        assertEquals("CASE shown, STATEMENT shown, HEALTH masked", seen(Purpose.CARE));
        assertEquals("Xülasə", open(Purpose.CARE).getFirst().summary().getValue());
        as("supervisor1", Role.SUPERVISOR);
        assertEquals("CASE NEEDS_PURPOSE, STATEMENT NEEDS_PURPOSE, HEALTH masked", seen(null));
        assertEquals("CASE shown, STATEMENT shown, HEALTH shown", seen(Purpose.SUPERVISION));
        assertEquals("CASE HEALTH STATEMENT", rows());
        as("psychologist1", Role.PSYCHOLOGIST);
        assertEquals("CASE NEEDS_PURPOSE, STATEMENT NEEDS_PURPOSE, HEALTH shown, THERAPY shown", seen(null));
        assertEquals("CASE HEALTH STATEMENT THERAPY", rows());
        as("medic1", Role.PSYCHOLOGIST);
        assertEquals("CASE shown, STATEMENT shown, HEALTH masked", seen(Purpose.CARE), "of others the summary");
        assertEquals("CASE HEALTH STATEMENT", rows());
        as("lawyer1", Role.LAWYER);
        assertEquals("LAWYER shown", seen(Purpose.LEGAL_AID));
        as("coordinator1", Role.LAWYER);
        assertEquals("LAWYER shown", seen(null));
        SuperuserConnection.change(
                "update himaye.case_assignment set assigned_until = now() where case_id = ? and staff_sub = ?",
                caseId,
                sub("coordinator1"));
        assertThrows(Refused.class, () -> open(null), "handed over");
        assertEquals("CASE HEALTH STATEMENT", rows());
        assertEquals(
                "lawyer1 coordinator1",
                SuperuserConnection.text(
                        "select string_agg(case actor when ? then 'lawyer1' when ? then 'coordinator1' else 'another' end, ' ' order by seq)"
                                + " from himaye.access_event e join himaye.access_event_case c on c.event_id = e.id"
                                + " where c.case_id = ? and act = 'note.read' and 'PV' = any (classes)"
                                + " and 'case_note.privilegedText' = any (fields) and not 'case_note.narrativeText' = any (fields)",
                        sub("lawyer1"),
                        sub("coordinator1"),
                        caseId));
    }

    /** Her words beside a code word would tell everybody that there is one. */
    @Test
    void besideAValueOfWhichTheReaderMayNotKnowNothingIsSeen() {
        write(new NoteBeginning(NoteSort.STATEMENT, null, null, "contact_point.codeWord"), null, "Mətn", null);
        assertEquals("STATEMENT shown", seen(Purpose.CARE));

        as("psychologist1", Role.PSYCHOLOGIST);
        assertEquals("", seen(Purpose.CARE));
    }

    /** What the database itself gives the caller, whatever the page asks for. */
    private String rows() throws SQLException {
        try (Connection connection = application.getConnection()) {
            connection.setAutoCommit(false);
            context.tell(connection);
            try (var find = connection.prepareStatement(
                    "select string_agg(sort, ' ' order by sort) from himaye.case_note where case_id = ?")) {
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

    /** 4.7: emergency access opens what was told, never the two sub-classes nor health but its emergency part. */
    @Test
    void inAnEmergencyNeitherTherapyNorTheDefenceOpens() {
        oneOfEach();
        as("caseworker2", Role.CASEWORKER);
        assertThrows(Refused.class, () -> open(null));
        emergencies.start(
                UUID.randomUUID(),
                number,
                new BreakGlassRequest(
                        BreakGlassReason.LIFE_DANGER,
                        Set.of(DataClass.NARRATIVE),
                        "Təcili yoxlamaq lazımdır, gözləmək olmaz"));
        try {
            assertEquals("CASE shown, STATEMENT shown", seen(null));
            assertEquals(List.of(), notes.open(number, null, PageAsked.first()).writable());
            assertThrows(Refused.class, () -> write(NoteSort.CASE));
        } finally {
            SuperuserConnection.change("delete from himaye.break_glass_grant where case_id = ?", caseId);
        }
    }

    /** 4.8: the old note stays, is marked, and has one correction by its author. */
    @Test
    void aCorrectionOverwritesNothing() {
        UUID old = write(NoteSort.CASE);
        UUID corrected = write(NoteBeginning.correcting(old), NoteKind.OPINION, "Düzəliş", CorrectionReason.MISTAKE);

        List<NoteView> page = open(null);

        assertEquals(List.of(corrected, old), page.stream().map(NoteView::id).toList());
        assertEquals("Mətn CASE", page.getLast().text().getValue());
        assertEquals(page.getFirst().at(), page.getLast().correctedAt());
        assertEquals(page.getLast().at(), page.getFirst().formerAt());
        assertEquals(CorrectionReason.MISTAKE, page.getFirst().reason());
        assertThrows(
                NoteCorrectedAlready.class,
                () -> write(NoteBeginning.correcting(old), NoteKind.FACT, "Yenə", CorrectionReason.MISTAKE));
        assertThrows(
                AnswerMissing.class, () -> write(NoteBeginning.correcting(corrected), NoteKind.FACT, "Yenə", null));
        notes.write(
                number,
                new NoteEntry(corrected, NoteBeginning.correcting(old), NoteKind.FACT, "İkinci basış", null, null));
        assertEquals("Düzəliş", open(null).getFirst().text().getValue());
    }

    @Test
    void onlyItsAuthorCorrectsANoteAndAColleagueSetsAnotherBesideIt() {
        UUID old = write(NoteSort.CASE);
        assign("caseworker2", "SECOND");
        as("caseworker2", Role.CASEWORKER);

        assertThrows(
                Refused.class,
                () -> write(NoteBeginning.correcting(old), NoteKind.FACT, "Başqasının", CorrectionReason.MISTAKE));
        write(NoteBeginning.beside(old, NoteSort.CASE), NoteKind.FACT, "Mən başqa cür gördüm", null);

        List<NoteView> page = open(null);
        assertEquals(1, page.size());
        assertEquals(
                "Mən başqa cür gördüm",
                page.getFirst().beside().getFirst().text().getValue());
        as("lawyer1", Role.LAWYER);
        assertThrows(
                Refused.class,
                () -> write(NoteBeginning.beside(old, NoteSort.LAWYER), NoteKind.FACT, "Yanında", null),
                "a note that is not in sight");
    }

    /** What the service forbids, the database forbids too: change, deletion, a second correction, one by another author or of another sort. */
    @Test
    @Tag("ASVS-13.2.2")
    void theDatabaseKeepsTheChain() throws SQLException {
        UUID old = write(NoteSort.CASE);
        write(NoteBeginning.correcting(old), NoteKind.FACT, "Düzəliş", CorrectionReason.MISTAKE);
        UUID other = write(NoteSort.STATEMENT);
        String copy =
                "insert into himaye.case_note (id, version, created_at, created_by, updated_at, updated_by, case_id, sort, kind,"
                        + " narrative_text, corrects, correction_reason) select gen_random_uuid(), 0, now(), ?, now(), ?, case_id, 'CASE',"
                        + " 'FACT', '\\x00', id, 'MISTAKE' from himaye.case_note where id = '";
        String theCorrection = "(select n.id from himaye.case_note n where n.corrects = '" + old + "')";

        refused("uq_case_note_correction", copy + old + "'", "caseworker1");
        refused("fk_case_note_corrects", copy + other + "'", "caseworker1");
        refused("ck_case_note_text", copy.replace("narrative_text", "therapy_text") + other + "'", "caseworker1");
        refused("row-level security", copy + other + "'", "psychologist1");
        refused("permission denied", "update himaye.case_note set narrative_text = '\\x00'");
        refused("permission denied", "delete from himaye.case_note");
        as("supervisor1", Role.SUPERVISOR);
        refused(
                "fk_case_note_corrects",
                copy.replace(", id, 'MISTAKE'", ", " + theCorrection + ", 'MISTAKE'") + old + "'",
                "supervisor1");
    }

    /** In a transaction of the caller, for a row that says that the author made it. */
    private void refused(String told, String sql, String... author) throws SQLException {
        try (Connection connection = application.getConnection()) {
            connection.setAutoCommit(false);
            context.tell(connection);
            try (var statement = connection.prepareStatement(sql)) {
                for (String each : author) {
                    statement.setObject(1, sub(each));
                    statement.setObject(2, sub(each));
                }
                SQLException refused = assertThrows(SQLException.class, statement::executeUpdate, told);
                assertTrue(refused.getMessage().contains(told), refused.getMessage());
            } finally {
                connection.rollback();
            }
        }
    }

    /** 4.8: a disputed fact keeps the person's own statement beside it. */
    @Test
    void thePersonsOwnWordsStandBesideTheChangedValue() {
        persons.save(number, 0, named("Birinci"));
        persons.save(number, 1, named("İkinci"));
        write(NoteBeginning.beside("person.familyName"), null, "Soyadım birincidir", null);

        var change =
                histories.open(number, null, PageAsked.first()).page().rows().getFirst();

        assertEquals("person.familyName", change.value().attribute());
        assertEquals("Soyadım birincidir", change.statements().getFirst().text().getValue());
        assertThrows(Refused.class, () -> write(NoteBeginning.beside("case_note.therapyText"), null, "Yox", null));
        as("psychologist1", Role.PSYCHOLOGIST);
        assertFalse(histories.open(number, null, PageAsked.first()).takesStatements());
        assertThrows(Refused.class, () -> write(NoteBeginning.beside("person.familyName"), null, "Yox", null));
    }

    private static PersonAnswers named(String family) {
        return new PersonAnswers(
                false,
                "Ad",
                family,
                null,
                null,
                null,
                null,
                null,
                AgeBasis.STATED,
                AgeBand.ADULT,
                Sex.FEMALE,
                NationalityStatus.CITIZEN_AZ,
                null,
                List.of(SpokenLanguage.AZ),
                false);
    }
}

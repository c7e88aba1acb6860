package org.himaye.demo;

import static org.himaye.confidentiality.Permission.NOTE_WRITE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.Role;
import org.himaye.demo.DemoPeople.Worker;
import org.himaye.note.CorrectionReason;
import org.himaye.note.NoteBeginning;
import org.himaye.note.NoteEntry;
import org.himaye.note.NoteKind;
import org.himaye.note.NoteService;
import org.himaye.note.NoteSort;

/** Writes the notes of one demo case: of its caseworker, and of the specialist who works on it. */
@ApplicationScoped
public class DemoNotes {

    @Inject
    private DemoPeople people;

    @Inject
    private NoteService notes;

    void ofCaseworker(int i, Instant at, CaseNumber number, Worker caseworker) {
        write(
                i,
                "note",
                at,
                number,
                caseworker,
                NoteBeginning.of(NoteSort.CASE),
                NoteKind.FACT,
                DemoTexts.note(i),
                null);
        Instant later = at.plus(1, ChronoUnit.DAYS);
        NoteEntry said = new NoteEntry(
                DemoPath.id(i, "statement"),
                NoteBeginning.beside(DemoPath.id(i, "note"), NoteSort.STATEMENT),
                null,
                "Mən bunu belə deməmişdim. Yaxşı yatmışdım, amma yuxum pis idi.",
                null,
                null);
        if (i % 3 == 0) {
            people.does(caseworker, NOTE_WRITE, later, () -> notes.write(number, said));
            NoteEntry corrected = new NoteEntry(
                    DemoPath.id(i, "correction"),
                    NoteBeginning.correcting(DemoPath.id(i, "note")),
                    NoteKind.FACT,
                    DemoTexts.note(i) + " Zəng axşam oldu.",
                    null,
                    CorrectionReason.INCOMPLETE);
            people.does(caseworker, NOTE_WRITE, later.plus(1, ChronoUnit.HOURS), () -> notes.write(number, corrected));
        }
    }

    void ofSpecialist(int i, Instant at, CaseNumber number, Worker specialist) {
        if (specialist.role() == Role.LAWYER) {
            write(
                    i,
                    "defence",
                    at,
                    number,
                    specialist,
                    NoteBeginning.of(NoteSort.LAWYER),
                    NoteKind.OPINION,
                    "Cəzadan azad etmə üçün əsas var: sənədlər zorla alınıb. Şahidlə yalnız mən danışıram.",
                    null);
            return;
        }
        write(
                i,
                "health",
                at,
                number,
                specialist,
                NoteBeginning.of(NoteSort.HEALTH),
                NoteKind.FACT,
                "Yuxusuzluq azalıb, gündə iki dəfə gəzintiyə çıxır. Növbəti görüş iki həftə sonra.",
                "Gecə işığı yanılı qalsın.");
        if (specialist.role() == Role.PSYCHOLOGIST) {
            write(
                    i,
                    "therapy",
                    at.plus(1, ChronoUnit.HOURS),
                    number,
                    specialist,
                    NoteBeginning.of(NoteSort.THERAPY),
                    NoteKind.OPINION,
                    "Üçüncü görüş. Susmaq onun üçün hələ danışmaqdan asandır; tələsdirmirəm.",
                    null);
        }
    }

    private void write(
            int i,
            String what,
            Instant at,
            CaseNumber number,
            Worker author,
            NoteBeginning beginning,
            NoteKind kind,
            String text,
            String summary) {
        NoteEntry entry = new NoteEntry(DemoPath.id(i, what), beginning, kind, text, summary, null);
        people.does(author, NOTE_WRITE, at, () -> notes.write(number, entry));
    }
}

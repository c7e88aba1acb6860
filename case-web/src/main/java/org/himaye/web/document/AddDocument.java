package org.himaye.web.document;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.DataClass;
import org.himaye.document.DocumentEntry;
import org.himaye.document.DocumentForAdd;
import org.himaye.document.DocumentKind;
import org.himaye.document.DocumentProblem;
import org.himaye.document.DocumentRefused;
import org.himaye.document.DocumentService;
import org.himaye.web.shared.Notices;

/**
 * {@code /document/add.xhtml}: the form beside an upload. The file itself goes to {@link UploadDocument}, sent by the page's script; what
 * became of it comes back with the form, which says it beside its field.
 */
@Named
@ViewScoped
public class AddDocument implements Serializable {

    private static final int MEGABYTE = 1024 * 1024;

    @Inject
    private transient DocumentService documents;

    @Inject
    private transient Notices notices;

    private final UUID id = UUID.randomUUID();
    private String number;
    private String redacts;
    private transient DocumentForAdd opened;
    private DocumentKind kind;
    private String title;
    private DataClass dataClass;
    private String outcome;

    public void load() {
        opened = documents.openForAdd(CaseNumber.parse(number), original());
    }

    private UUID original() {
        return redacts == null || redacts.isEmpty() ? null : DocumentFile.id(redacts);
    }

    /** Only tells: the file is kept by then, or it is not. */
    public String add() {
        new DocumentEntry(id, kind, title, dataClass, original()).complete();
        if (!UploadDocument.KEPT.equals(outcome)) {
            throw new DocumentRefused(problem());
        }
        notices.done("document_add.kept");
        return "/document/list.xhtml?faces-redirect=true&number=" + number;
    }

    private DocumentProblem problem() {
        return Arrays.stream(DocumentProblem.values())
                .filter(each -> each.name().equals(outcome))
                .findFirst()
                .orElse(outcome == null ? DocumentProblem.MISSING : DocumentProblem.BROKEN_OFF);
    }

    public int getLimit() {
        return opened.megabytes() * MEGABYTE;
    }

    public UUID getId() {
        return id;
    }

    public DocumentForAdd getOpened() {
        return opened;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getRedacts() {
        return redacts;
    }

    public void setRedacts(String redacts) {
        this.redacts = redacts;
    }

    public DocumentKind getKind() {
        return kind;
    }

    public void setKind(DocumentKind kind) {
        this.kind = kind;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public DataClass getDataClass() {
        return dataClass;
    }

    public void setDataClass(DataClass dataClass) {
        this.dataClass = dataClass;
    }

    /** What became of the file; said once. */
    public String getOutcome() {
        return "";
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome;
    }
}

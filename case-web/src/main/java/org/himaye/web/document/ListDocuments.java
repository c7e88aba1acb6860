package org.himaye.web.document;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.Permission;
import org.himaye.document.DocumentService;
import org.himaye.document.DocumentView;
import org.himaye.document.DocumentsView;
import org.himaye.web.shared.ChosenPurpose;
import org.himaye.web.shared.Frame;
import org.himaye.web.shared.Turned;

/** {@code /document/list.xhtml}: the documents of a case, the newest first. */
@Named
@ViewScoped
public class ListDocuments implements Serializable {

    private static final int KILOBYTE = 1024;

    @Inject
    private transient DocumentService documents;

    @Inject
    private transient ChosenPurpose purpose;

    @Inject
    private transient Frame frame;

    private String number;
    private final Turned turned = new Turned();
    private transient DocumentsView view;

    public void load() {
        view = documents.open(CaseNumber.parse(number), purpose.chosen(), turned.asked());
    }

    public boolean isPurposeOffered() {
        return view.page().rows().stream().anyMatch(each -> each.title().isPurposeOffered())
                && !view.purposes().isEmpty();
    }

    /** Whether the reader may upload something. */
    public boolean isAdding() {
        return view.adds() && frame.may(Permission.DOCUMENT_WRITE.name());
    }

    public int kilobytes(DocumentView document) {
        return Math.ceilDiv(document.size(), KILOBYTE);
    }

    /** Where its bytes are. */
    public String address(DocumentView document, boolean picture) {
        return (picture ? DocumentFile.PICTURE : DocumentFile.FILE)
                + "?number="
                + view.header().number()
                + "&id="
                + document.id();
    }

    /** A copy of a copy, or of what counts no more, is of no use. */
    public boolean mayRedact(DocumentView document) {
        return document.writes() && document.opens() && !document.redacted();
    }

    public DocumentsView getView() {
        return view;
    }

    public Turned getTurned() {
        return turned;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}

package org.himaye.web.document;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.himaye.casefile.CaseNumber;
import org.himaye.document.DocumentForWithdraw;
import org.himaye.document.DocumentService;
import org.himaye.document.DocumentWithdrawal;
import org.himaye.web.shared.Notices;

/** {@code /document/withdraw.xhtml}: a wrong document is marked, with a reason. */
@Named
@ViewScoped
public class WithdrawDocument implements Serializable {

    @Inject
    private transient DocumentService documents;

    @Inject
    private transient Notices notices;

    private String number;
    private String document;
    private transient DocumentForWithdraw opened;
    private DocumentWithdrawal reason;

    public void load() {
        opened = documents.openForWithdraw(CaseNumber.parse(number), DocumentFile.id(document));
    }

    public String withdraw() {
        documents.withdraw(CaseNumber.parse(number), DocumentFile.id(document), reason);
        notices.done("document_withdraw.withdrawn");
        return "/document/list.xhtml?faces-redirect=true&number=" + number;
    }

    public DocumentForWithdraw getOpened() {
        return opened;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getDocument() {
        return document;
    }

    public void setDocument(String document) {
        this.document = document;
    }

    public DocumentWithdrawal getReason() {
        return reason;
    }

    public void setReason(DocumentWithdrawal reason) {
        this.reason = reason;
    }
}

package org.himaye.web.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.intake.ContactAnswers;
import org.himaye.person.ContactKind;
import org.himaye.person.SafeToUse;

/** One contact point while it is typed. */
public class ContactForm {

    private UUID id;
    private int version;
    private ContactKind kind;
    private String value;
    private SafeToUse safe;
    private String safeHours;
    private String whoMayAnswer;
    private String codeWord;
    private Boolean messageAllowed;
    private LocalDate validTo;

    /** An empty one. */
    ContactForm(UUID id) {
        this.id = id;
    }

    ContactForm(RevealedRow row) {
        id = row.rowId();
        version = row.rowVersion();
        kind = row.value("kind", ContactKind.class);
        value = row.text("value");
        safe = row.value("safe", SafeToUse.class);
        safeHours = row.text("safeHours");
        whoMayAnswer = row.text("whoMayAnswer");
        codeWord = row.text("codeWord");
        messageAllowed = row.value("messageAllowed", Boolean.class);
        validTo = row.value("validTo", LocalDate.class);
    }

    ContactAnswers answers() {
        return new ContactAnswers(kind, value, safe, safeHours, whoMayAnswer, codeWord, messageAllowed, validTo);
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public ContactKind getKind() {
        return kind;
    }

    public void setKind(ContactKind kind) {
        this.kind = kind;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public SafeToUse getSafe() {
        return safe;
    }

    public void setSafe(SafeToUse safe) {
        this.safe = safe;
    }

    public String getSafeHours() {
        return safeHours;
    }

    public void setSafeHours(String safeHours) {
        this.safeHours = safeHours;
    }

    public String getWhoMayAnswer() {
        return whoMayAnswer;
    }

    public void setWhoMayAnswer(String whoMayAnswer) {
        this.whoMayAnswer = whoMayAnswer;
    }

    public String getCodeWord() {
        return codeWord;
    }

    public void setCodeWord(String codeWord) {
        this.codeWord = codeWord;
    }

    public Boolean getMessageAllowed() {
        return messageAllowed;
    }

    public void setMessageAllowed(Boolean messageAllowed) {
        this.messageAllowed = messageAllowed;
    }

    public LocalDate getValidTo() {
        return validTo;
    }

    public void setValidTo(LocalDate validTo) {
        this.validTo = validTo;
    }
}

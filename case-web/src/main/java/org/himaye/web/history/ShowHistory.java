package org.himaye.web.history;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.stream.Stream;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.Revealed;
import org.himaye.confidentiality.RevealedChange;
import org.himaye.history.CaseHistory;
import org.himaye.history.HistoryService;
import org.himaye.web.shared.AttributeWords;
import org.himaye.web.shared.ChosenPurpose;
import org.himaye.web.shared.Messages;
import org.himaye.web.shared.Turned;

/** The corrections of a case, the newest first. */
@Named
@ViewScoped
public class ShowHistory implements Serializable {

    @Inject
    private transient HistoryService histories;

    @Inject
    private transient ChosenPurpose purpose;

    @Inject
    private transient Messages messages;

    private String number;
    private final Turned turned = new Turned();
    private transient CaseHistory history;

    public void load() {
        history = histories.open(CaseNumber.parse(number), purpose.chosen(), turned.asked());
    }

    /** The attribute in the words of its page. */
    public String attribute(RevealedChange change) {
        return AttributeWords.of(change.attribute(), messages).orElse(change.attribute());
    }

    /** The plain value of {@code before} or {@code after} as a page shows it: codes that stand in a text become codes. */
    public Object words(RevealedChange change, Revealed<?> value) {
        return CodesInText.of(change.attribute(), value.getValue());
    }

    public boolean isPurposeOffered() {
        return history.page().rows().stream()
                        .flatMap(each ->
                                Stream.of(each.value().before(), each.value().after()))
                        .anyMatch(Revealed::isPurposeOffered)
                && !history.purposes().isEmpty();
    }

    public CaseHistory getHistory() {
        return history;
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

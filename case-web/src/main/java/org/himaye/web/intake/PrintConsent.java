package org.himaye.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.himaye.casefile.CaseNumber;
import org.himaye.consent.ConsentList;
import org.himaye.consent.ConsentScope;
import org.himaye.consent.ConsentService;
import org.himaye.consent.RightsBriefing;
import org.himaye.web.shared.Language;
import org.himaye.web.shared.Messages;

/** One question on paper, in the person's language, to be read, signed or refused. Carries the number and no name. */
@Named
@ViewScoped
public class PrintConsent implements Serializable {

    private static final List<String> PARTS =
            List.of("consentPaper.what", "consentPaper.free", "consentPaper.end", "consentPaper.back");

    @Inject
    private transient ConsentService consents;

    @Inject
    private transient Messages messages;

    private String number;
    private ConsentScope scope = ConsentScope.DATA_PROCESSING;
    private transient ConsentList list;
    private transient Language language;

    public void load() {
        list = consents.open(CaseNumber.parse(number));
        language = Spoken.writtenIn(list.spoken());
    }

    public List<String> getText() {
        return Stream.concat(
                        Stream.of(messages.in(language, "consentPaper." + scope.name())),
                        PARTS.stream()
                                .map(key ->
                                        messages.in(language, key, list.proposedEnd(), RightsBriefing.TEXT_VERSION)))
                .toList();
    }

    /** A word of the paper in the person's language. */
    public String word(String key) {
        return messages.in(language, key);
    }

    public String getTag() {
        return language.getTag();
    }

    public ConsentList getList() {
        return list;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public ConsentScope getScope() {
        return scope;
    }

    public void setScope(ConsentScope scope) {
        this.scope = scope;
    }
}

package org.himaye.web.casefile;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.stream.Stream;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.Revealed;
import org.himaye.intake.PersonFile;
import org.himaye.intake.PersonFileService;
import org.himaye.web.shared.ChosenPurpose;

/** The person and the ways to reach the person safely. */
@Named
@ViewScoped
public class ShowPerson implements Serializable {

    @Inject
    private transient PersonFileService people;

    @Inject
    private transient ChosenPurpose purpose;

    private String number;
    private transient PersonFile file;

    public void load() {
        file = people.open(CaseNumber.parse(number), purpose.chosen());
    }

    public boolean isPurposeOffered() {
        return Stream.concat(Stream.of(file.person()), file.contacts().stream())
                        .flatMap(row -> row.values().stream())
                        .anyMatch(Revealed::isPurposeOffered)
                && !file.purposes().isEmpty();
    }

    public PersonFile getFile() {
        return file;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}

package org.himaye.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.IdentificationStatus;
import org.himaye.confidentiality.Revealed;
import org.himaye.identification.IdentificationService;
import org.himaye.intake.IntakeOverview;
import org.himaye.intake.IntakePart;
import org.himaye.intake.IntakeService;
import org.himaye.intake.PartState;
import org.himaye.web.shared.ChosenPurpose;
import org.himaye.web.shared.Notices;

/** Intake as a list of parts, with what may be done next: complete it, notify the special unit. */
@Named
@ViewScoped
public class ShowIntake implements Serializable {

    /** A line of the list. */
    public record Part(IntakePart part, PartState state, String path) {}

    @Inject
    private transient IntakeService intakes;

    @Inject
    private transient IdentificationService identifications;

    @Inject
    private transient Notices notices;

    @Inject
    private transient ChosenPurpose purpose;

    private final UUID setId = UUID.randomUUID();
    private String number;
    private transient IntakeOverview overview;

    public void load() {
        overview = intakes.open(CaseNumber.parse(number), purpose.chosen());
    }

    public String complete() {
        intakes.complete(CaseNumber.parse(number), overview.header().version());
        notices.done("intake_overview.completed", number);
        return "/casefile/overview.xhtml?faces-redirect=true&number=" + number;
    }

    public String send() {
        identifications.notify(CaseNumber.parse(number), setId);
        notices.done("intake_overview.sent");
        return "/intake/overview.xhtml?faces-redirect=true&number=" + number;
    }

    public List<Part> getParts() {
        return Arrays.stream(IntakePart.values())
                .map(part -> new Part(part, overview.states().get(part), path(part)))
                .toList();
    }

    private static String path(IntakePart part) {
        return "/intake/" + part.name().toLowerCase(Locale.ROOT) + ".xhtml";
    }

    public boolean isPresumed() {
        return overview.header().identificationStatus().value().orElse(null) == IdentificationStatus.PRESUMED;
    }

    public boolean isReady() {
        return overview.open() && overview.missing().isEmpty();
    }

    public boolean isPurposeOffered() {
        return overview.safety().values().stream().anyMatch(Revealed::isPurposeOffered)
                && !overview.purposes().isEmpty();
    }

    public IntakeOverview getOverview() {
        return overview;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}

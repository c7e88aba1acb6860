package org.himaye.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.himaye.confidentiality.Given;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.PurposeService;

/**
 * Why the reader looks at the page of this request. Chosen once for a case and sitting, for 30 minutes at most or until it is ended, and
 * in the event of every page that it opens; where the address names no number, for that page. Another session asks again. The policy
 * decides what a purpose opens on which page.
 */
@Named
@RequestScoped
public class ChosenPurpose {

    private static final String RECORD = "record";

    @Inject
    private ChosenPurposes purposes;

    @Inject
    private PurposeService service;

    @Inject
    private Given given;

    @Inject
    private HttpServletRequest request;

    private final Instant now = Instant.now();
    private Purpose choice;

    /** What was chosen for this record, or null. */
    public Purpose chosen() {
        return running().map(ChosenPurposes.Chosen::purpose).orElse(null);
    }

    /** Opens the page again, now for the purpose that was chosen. */
    public String show() {
        purposes.choose(record(), choice, now);
        return again();
    }

    /** Ends it at once, and opens the page again without it. */
    public String end() {
        running().ifPresent(chosen -> {
            service.end(chosen.purpose(), chosen.caseId(), chosen.personId());
            purposes.end(record());
        });
        return again();
    }

    /** What the page says, once it is open: purpose, since when, until when, seconds left; null when no purpose was chosen. */
    public List<Object> getStrip() {
        return running()
                .map(chosen -> {
                    if (given.caseId() != null) {
                        purposes.shown(record(), given.caseId(), given.personId());
                    }
                    return List.<Object>of(
                            chosen.purpose(),
                            time(chosen.since()),
                            time(chosen.until()),
                            Duration.between(now, chosen.until()).toSeconds());
                })
                .orElse(null);
    }

    private static LocalTime time(Instant moment) {
        return LocalTime.ofInstant(moment, Writing.ZONE);
    }

    /** The address at which the page opens anew as it is: with all that its address said, of which the record is a part. */
    String address() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces.getApplication()
                .getViewHandler()
                .getBookmarkableURL(faces, faces.getViewRoot().getViewId(), Map.of(), true);
    }

    public Purpose getChoice() {
        return choice;
    }

    public void setChoice(Purpose choice) {
        this.choice = choice;
    }

    private Optional<ChosenPurposes.Chosen> running() {
        return purposes.find(record(), now);
    }

    private static String again() {
        return FacesContext.getCurrentInstance().getViewRoot().getViewId()
                + "?faces-redirect=true&includeViewParams=true";
    }

    /** Of the address that the page was opened with, also when a form of it was sent. */
    private String record() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Map<String, Object> view = faces.getViewRoot().getAttributes();
        if (!faces.isPostback()) {
            String number = request.getParameter("number");
            view.put(RECORD, number == null ? DraftForms.address(faces) : number);
        }
        return (String) view.getOrDefault(RECORD, "");
    }
}

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
 * Why the reader looks at the page of this request. Chosen for one page of one record each time it is opened, for 15 minutes at most or
 * until it is ended. The choice leads to the page's own address with a mark, so that the page can be loaded anew, left and come back to
 * without choosing again; without the mark, or in another session, the page asks. The policy decides what a purpose opens.
 */
@Named
@RequestScoped
public class ChosenPurpose {

    static final String MARK = "shown";

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

    /** What was chosen for this page, or null. */
    public Purpose chosen() {
        return running().map(ChosenPurposes.Chosen::purpose).orElse(null);
    }

    /** Under which {@link ChosenPurposes#of} finds it; empty when nothing was chosen for this page. */
    public String getRunningMark() {
        return running().isEmpty() ? "" : mark();
    }

    /** Opens the page again, now for the purpose that was chosen. */
    public String show() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return again() + "&" + MARK + "=" + purposes.choose(DraftForms.address(faces), choice, now);
    }

    /** Ends it at once, and opens the page again without it. */
    public String end() {
        running().ifPresent(chosen -> {
            service.end(chosen.purpose(), chosen.caseId(), chosen.personId());
            purposes.end(mark());
        });
        return again();
    }

    /** What the page says, once it is open: purpose, since when, until when, seconds left; null when no purpose was chosen. */
    public List<Object> getStrip() {
        return running()
                .map(chosen -> {
                    if (given.caseId() != null) {
                        purposes.shown(mark(), given.caseId(), given.personId());
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
        String page = faces.getApplication()
                .getViewHandler()
                .getBookmarkableURL(faces, faces.getViewRoot().getViewId(), Map.of(), true);
        return running().isEmpty() ? page : page + (page.contains("?") ? "&" : "?") + MARK + "=" + mark();
    }

    public Purpose getChoice() {
        return choice;
    }

    public void setChoice(Purpose choice) {
        this.choice = choice;
    }

    private Optional<ChosenPurposes.Chosen> running() {
        return purposes.find(mark(), DraftForms.address(FacesContext.getCurrentInstance()), now);
    }

    private static String again() {
        return FacesContext.getCurrentInstance().getViewRoot().getViewId()
                + "?faces-redirect=true&includeViewParams=true";
    }

    /** Of the address that the page was opened with, also when a form of it was sent. */
    private String mark() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Map<String, Object> view = faces.getViewRoot().getAttributes();
        if (!faces.isPostback()) {
            view.put(MARK, Optional.ofNullable(request.getParameter(MARK)).orElse(""));
        }
        return (String) view.getOrDefault(MARK, "");
    }
}

package org.himaye.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Given;
import org.himaye.confidentiality.LeftEvents;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Role;
import org.himaye.confidentiality.Unopened;

/** What the frame around each page shows: who is signed in, where the menu leads, which language, and whether the data is invented. */
@Named
@RequestScoped
public class Frame {

    /** A link of the menu or of the case's tabs. */
    public record Link(String path, String key, String icon, boolean here) {}

    /** A link of the language switch. */
    public record Choice(Language language, String address, boolean here) {}

    @Inject
    private CurrentCaller caller;

    @Inject
    private Given given;

    @Inject
    private LeftEvents left;

    @Inject
    private Unopened unopened;

    @Inject
    private ChosenPurpose chosenPurpose;

    @Inject
    private HttpServletRequest request;

    private final Instant now = Instant.now();

    /** Marks the address of stylesheet and script, so that a browser keeps them for long and never keeps old ones. */
    public String getAssets() {
        return Assets.version(request.getServletContext());
    }

    public boolean isSignedIn() {
        return caller.present();
    }

    public String getName() {
        return caller.get().name();
    }

    public Role getRole() {
        return caller.get().role();
    }

    /** Who and when, for paper. */
    public String getWatermark() {
        return (isSignedIn() ? getName() + " · " : "") + Functions.show(now);
    }

    /** {@code asked} for a page whose print is recorded when it comes; null for one that is a print as soon as it opens. */
    public String getPaper() {
        return left.isPrint() ? null : "asked";
    }

    /** Something on this page does not open: empty there does not mean that nothing is stored. */
    public boolean isUnopened() {
        return unopened.isAny();
    }

    public boolean isDemo() {
        return Boolean.getBoolean("himaye.demo");
    }

    /**
     * True when the active role has the permission, {@code frame.may('REFERRAL_SEND')}; the act decides again by itself. On a case that
     * only emergency access opened, just what reads it.
     */
    public boolean may(String permission) {
        Permission asked = Permission.valueOf(permission);
        return has(asked) && (asked.opensByGrant() || !given.byGrantAlone());
    }

    private boolean has(Permission permission) {
        return caller.present() && caller.get().may(permission);
    }

    /** True for who opens anything by its number. */
    public boolean isFinding() {
        return Stream.of(
                        Page.CASE_OVERVIEW,
                        Page.IDENTIFICATION_DECIDE,
                        Page.ACCESSLOG_CASE,
                        Page.REFERRAL_DECIDE,
                        Page.REFERRAL_OWN,
                        Page.REIMBURSEMENT_DECIDE)
                .anyMatch(page -> has(page.getPermission()));
    }

    public Language getLanguage() {
        return Language.of(request);
    }

    public List<Choice> getLanguages() {
        String query = request.getQueryString();
        String posted = getPostedAddress();
        String here = posted != null ? posted : request.getRequestURI() + (query == null ? "" : "?" + query);
        String back = URLEncoder.encode(here, StandardCharsets.UTF_8);
        return List.of(Language.values()).stream()
                .map(each -> new Choice(
                        each, ChooseLanguage.PATH + "?to=" + each.getTag() + "&back=" + back, each == getLanguage()))
                .toList();
    }

    /** The address of the page that shows a form again after it was sent; null for a page that was opened. */
    public String getPostedAddress() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces.isPostback() ? chosenPurpose.address() : null;
    }

    public List<Link> getMenu() {
        return links(Page.in(Page.Place.MENU).stream());
    }

    public List<Link> getTabs() {
        return links(Page.in(Page.Place.TAB).stream()
                .filter(page -> may(page.getPermission().name())));
    }

    private List<Link> links(Stream<Page> pages) {
        return pages.filter(page -> page.getPermission() == null || has(page.getPermission()))
                .map(page -> new Link(page.getPath(), "Page." + page.name(), page.getIcon(), here(page)))
                .toList();
    }

    private boolean here(Page page) {
        return Page.at(request.getServletPath()).map(open -> open.within(page)).orElse(false);
    }
}

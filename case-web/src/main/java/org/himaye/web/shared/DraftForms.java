package org.himaye.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Given;
import org.himaye.confidentiality.KeysUnavailable;
import org.himaye.confidentiality.PageSeal;
import org.himaye.draft.DraftPlace;
import org.himaye.draft.Typed;
import org.himaye.draft.UnsentText;

/** What {@code cw:form} needs of drafts: the token of each form, and what was put back into it. */
@Named("drafts")
@RequestScoped
public class DraftForms {

    static final String TOKEN = "himaye.draft";

    private static final String RECORD = "himaye.record";

    /** A name as people write it, of which the record has only a mark. */
    private static final String WHO = "who";

    private static final List<String> NAMING = List.of(
            "number",
            "contact",
            "request",
            "colleague",
            "sort",
            "corrects",
            "about",
            "attribute",
            "redacts",
            "document",
            "id",
            "unusual",
            WHO);

    @Inject
    private CurrentCaller caller;

    @Inject
    private Given given;

    @Inject
    private PageSeal seal;

    @Inject
    private HttpServletRequest request;

    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, UnsentText> restored = new HashMap<>();
    private final Map<String, RawFields> fields = new HashMap<>();

    /** How the address of a page names its record; null for an address that no page of ours has. */
    public static String record(HttpServletRequest request) {
        String record = NAMING.stream()
                .flatMap(name -> Optional.ofNullable(request.getParameter(name))
                        .filter(value -> !value.isEmpty())
                        .map(value -> name + "=" + (name.equals(WHO) ? Integer.toHexString(value.hashCode()) : value))
                        .stream())
                .collect(Collectors.joining("&"));
        return DraftPlace.isRecord(record) ? record : null;
    }

    /** The record of the running page, also when a form of it was sent, whose address names none. */
    static String record(FacesContext faces) {
        Map<String, Object> view = faces.getViewRoot().getAttributes();
        if (!faces.isPostback() && faces.getExternalContext().getRequest() instanceof HttpServletRequest opened) {
            view.put(RECORD, Stream.ofNullable(record(opened)).findFirst().orElse(""));
        }
        return (String) view.getOrDefault(RECORD, "");
    }

    /** The address at which the running page opens anew. */
    static String address(FacesContext faces) {
        String record = record(faces);
        return faces.getViewRoot().getViewId() + (record.isEmpty() ? "" : "?" + record);
    }

    /** Whether what is typed into the form can be kept; not while the keys are away. */
    public boolean isKept(String form) {
        return !token(form).isEmpty();
    }

    /** The form's token, one for each time the page is made; empty while the keys are away. */
    public String token(String form) {
        FacesContext faces = FacesContext.getCurrentInstance();
        return tokens.computeIfAbsent(
                form,
                each -> sealed(new DraftToken(
                        caller.get().sub(),
                        new DraftPlace(faces.getViewRoot().getViewId(), record(faces), each),
                        new Typed(UUID.randomUUID(), given.caseId(), given.classes()),
                        Instant.now())));
    }

    private String sealed(DraftToken token) {
        try {
            return token.seal(seal);
        } catch (KeysUnavailable away) {
            return "";
        }
    }

    /** What the typed fields held before; goes with the form, so that what was typed before an error still counts as typed. */
    public String was(String form) {
        return restored.containsKey(form)
                ? fields.get(form).one(RawFields.WAS)
                : request.getParameter(form) == null
                        ? ""
                        : Optional.ofNullable(request.getParameter(RawFields.WAS))
                                .orElse("");
    }

    public boolean isRestored(String form) {
        return restored.containsKey(form);
    }

    /** When the text that was put back was typed: the time of today, otherwise with the day. */
    public Object at(String form) {
        Instant at = restored.get(form).keptAt();
        boolean today = LocalDate.ofInstant(at, Writing.ZONE).equals(LocalDate.ofInstant(Instant.now(), Writing.ZONE));
        return today ? at.atZone(Writing.ZONE).toLocalTime() : at;
    }

    void put(UnsentText text) {
        restored.put(text.form(), text);
        fields.put(text.form(), RawFields.parse(text.fields()));
    }

    /** What is to be put back into the form; empty when nothing is. */
    Optional<RawFields> fields(String form) {
        return Optional.ofNullable(fields.get(form));
    }

    boolean isAny() {
        return !restored.isEmpty();
    }

    /** Only forms that are not just sent take a draft: what was sent is newer. */
    boolean isSent(String form) {
        return request.getParameter(form) != null;
    }
}

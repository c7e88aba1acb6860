package org.himaye.web.shared;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.ServletContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Revealed;
import org.primefaces.context.PrimeFacesContext;

/** The functions of {@code urn:himaye:cw}; pure, for the language of the page. */
public final class Functions {

    /** Codes that ended well, and codes that are on their way; the rest is plain grey, because a refusal is not a fault. */
    private static final Set<String> GOOD = Set.of(
            "ACTIVE",
            "ACCEPTED",
            "DONE",
            "COMPLETED",
            "COMPLETE",
            "APPROVED",
            "PAID",
            "IDENTIFIED",
            "ACHIEVED",
            "IN_PROGRESS",
            "STARTED",
            "REVIEWED",
            "GIVEN",
            "DELIVERED",
            "LINKED",
            "SAFE");

    private static final Set<String> MOVING = Set.of(
            "INTAKE",
            "SENT",
            "RECEIVED",
            "ACKNOWLEDGED",
            "PRESUMED",
            "SUBMITTED",
            "REQUESTED",
            "NOTIFIED",
            "AGREED",
            "CHECKED",
            "IDENTITY_VERIFIED",
            "PREPARED",
            "REDACTED",
            "ASKED",
            "ANSWERED");
    private static final Set<String> WAITING =
            Set.of("RETURNED", "SUSPENDED", "MISSING_ITEMS", "PARTLY", "PARTLY_ACHIEVED", "URGENT", "CONSENT_PENDING");

    private Functions() {}

    public static String label(Enum<?> code) {
        return writing().label(code);
    }

    public static String show(Object value) {
        return writing().show(value);
    }

    public static String money(BigDecimal amount) {
        return writing().money(amount);
    }

    /** The constants of an enum: {@code cw:codes('referral.AgeBand')} or a collection, handed through. */
    public static Collection<?> codes(Object codes) {
        if (codes instanceof Collection<?> already) {
            return already;
        }
        try {
            Object[] constants = Class.forName(
                            "org.himaye." + codes, false, Thread.currentThread().getContextClassLoader())
                    .getEnumConstants();
            return List.of(constants);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("no such codes: org.himaye." + codes, e);
        }
    }

    /** The code's own name, for the class of a sign; empty when the reader may not see it. */
    public static String name(Object code) {
        Object plain = code instanceof Revealed<?> revealed ? revealed.getValue() : code;
        return plain instanceof Enum<?> constant ? constant.name() : "";
    }

    /** Grey unless the code says that something went well, is on its way or waits for somebody. */
    public static String tone(Object code) {
        Object plain = code instanceof Revealed<?> revealed ? revealed.getValue() : code;
        String name = plain instanceof Enum<?> constant ? constant.name() : String.valueOf(plain);
        return GOOD.contains(name)
                ? "ui-tag-success"
                : MOVING.contains(name) ? "ui-tag-info" : WAITING.contains(name) ? "ui-tag-warning" : "";
    }

    /** The classes of a button; filled when nothing is named, because a panel has one next step. */
    public static String buttonLook(String look) {
        return switch (look == null ? "" : look) {
            case "", "primary" -> "ui-button";
            case "plain" -> "";
            case "outlined", "flat", "danger" -> "ui-button ui-button-" + look;
            default -> throw new IllegalArgumentException("no such look of a button: " + look);
        };
    }

    public static Deadline deadline(Object due, Object met) {
        return Deadline.of(Deadline.instant(due), Deadline.instant(met), Instant.now());
    }

    /** The words of a deadline chip: "2 days late", "today 17:00", "3 days". */
    public static String remaining(Deadline deadline) {
        Catalogue catalogue = catalogue();
        Language language = Language.current();
        String key = "deadline." + deadline.nearness().name().toLowerCase(Locale.ROOT);
        return switch (deadline.nearness()) {
            case TODAY -> catalogue.text(language, key, show(LocalTime.ofInstant(deadline.due(), Writing.ZONE)));
            case MET ->
                catalogue.text(
                        language, key, show(deadline.due().atZone(Writing.ZONE).toLocalDate()));
            default -> catalogue.text(language, key, deadline.count());
        };
    }

    /** The two letters of a class of confidentiality. */
    public static DataClass dataClass(Object nameOrClass) {
        return nameOrClass instanceof DataClass already ? already : DataClass.valueOf(String.valueOf(nameOrClass));
    }

    /** True when the field with this id was refused in this request. */
    public static boolean failed(UIComponent near, String id) {
        return FacesContext.getCurrentInstance().getMessages(clientId(near, id)).hasNext();
    }

    /** The part of the page with this id, in whatever form it lies; null when there is none. */
    static UIComponent part(UIComponent within, String id) {
        UIComponent found = id.equals(within.getId()) ? within : null;
        for (Iterator<UIComponent> inside = within.getFacetsAndChildren(); found == null && inside.hasNext(); ) {
            found = part(inside.next(), id);
        }
        return found;
    }

    /** True when a field inside this part of the page was refused in this request. */
    public static boolean failedIn(String id) {
        FacesContext faces = FacesContext.getCurrentInstance();
        UIComponent part = part(faces.getViewRoot(), id);
        boolean[] failed = new boolean[1];
        if (part != null && faces.getClientIdsWithMessages().hasNext()) {
            part.visitTree(VisitContext.createVisitContext(faces), (context, component) -> {
                failed[0] |= faces.getMessages(component.getClientId(faces)).hasNext();
                return failed[0] ? VisitResult.COMPLETE : VisitResult.ACCEPT;
            });
        }
        return failed[0];
    }

    /** The id in the page of the field {@code id} beside or inside {@code near}. */
    public static String clientId(UIComponent near, String id) {
        UIComponent found = id == null || id.isEmpty() ? null : near.findComponent(id);
        return found == null ? id : found.getClientId();
    }

    /** What a screen reader says after the field itself: the hint and, when refused, the message. */
    public static String described(UIComponent field, String hintKey) {
        return describedField(field, field.getId(), hintKey);
    }

    public static String describedField(UIComponent near, String id, String hintKey) {
        String clientId = clientId(near, id);
        String hint = has(hintKey) ? clientId + "-hint " : "";
        String both = hint + (failed(near, id) ? clientId + "-error" : "");
        return both.isBlank() ? null : both.strip();
    }

    /** The nonce of this page's scripts: PrimeFaces asks each form to bring it back, and its own script is not on every page. */
    public static String nonce() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }

    /** A refused answer: the field's id in the page (null for the whole form) and what to do. */
    public record Refusal(String field, String text) {}

    /** Everything that was refused in this request: what concerns the whole page, then the fields in their order. */
    public static List<Refusal> errors() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Map<String, List<Refusal>> refused = new LinkedHashMap<>();
        for (Iterator<String> fields = faces.getClientIdsWithMessages(); fields.hasNext(); ) {
            String field = fields.next();
            faces.getMessageList(field)
                    .forEach(message -> refused.computeIfAbsent(field == null ? "" : field, key -> new ArrayList<>())
                            .add(new Refusal(field, message.getDetail())));
        }
        List<Refusal> inOrder = new ArrayList<>(refused.getOrDefault("", List.of()));
        refused.remove("");
        if (refused.size() > 1) {
            // Form by form: the list that shows this answer is part of the page, too.
            forms(faces.getViewRoot())
                    .forEach(form -> form.visitTree(VisitContext.createVisitContext(faces), (context, component) -> {
                        inOrder.addAll(Optional.ofNullable(refused.remove(component.getClientId(faces)))
                                .orElse(List.of()));
                        return refused.isEmpty() ? VisitResult.COMPLETE : VisitResult.ACCEPT;
                    }));
        }
        refused.values().forEach(inOrder::addAll);
        return inOrder;
    }

    private static List<UIComponent> forms(UIComponent part) {
        List<UIComponent> forms = new ArrayList<>();
        for (Iterator<UIComponent> inside = part.getFacetsAndChildren(); inside.hasNext(); ) {
            UIComponent each = inside.next();
            forms.addAll(each instanceof UIForm ? List.of(each) : forms(each));
        }
        return forms;
    }

    /** True for a value that came through the gate, with its state; false for a plain one. */
    public static boolean restricted(Object value) {
        return value instanceof Revealed<?>;
    }

    /** Every country by its name, in the order of the alphabet. */
    public static List<String> countryNames() {
        return CountryNames.in(Language.current()).all();
    }

    /** Codes in the order of the alphabet, for long lists such as languages. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static Collection<?> sorted(Object codes) {
        return writing().sorted((Collection) codes(codes));
    }

    /** Where the name of a label comes from: the page's own key, unless the author named one. */
    public static String key(String given, String id, String suffix) {
        return (given == null || given.isEmpty() ? pageKey() + "." + id : given) + suffix;
    }

    /** The name of one row of a {@code cw:grades}, as {@link Meanwhile} reports it. */
    public static String part(String id, Object code) {
        return id + "." + code;
    }

    public static boolean has(String key) {
        return catalogue().has(key);
    }

    /** {@code /referral/send.xhtml} is {@code referral_send}. */
    static String pageKey() {
        String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        return view.substring(1, view.lastIndexOf('.')).replace('/', '_').replace('-', '_');
    }

    private static Writing writing() {
        return new Writing(catalogue(), Language.current());
    }

    private static Catalogue catalogue() {
        return Catalogue.of((ServletContext)
                FacesContext.getCurrentInstance().getExternalContext().getContext());
    }
}

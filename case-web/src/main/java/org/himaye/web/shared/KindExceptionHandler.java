package org.himaye.web.shared;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.himaye.confidentiality.ConstraintBroken;
import org.himaye.confidentiality.KeysUnavailable;
import org.himaye.confidentiality.LogUnavailable;
import org.himaye.confidentiality.NotOpenedNow;
import org.himaye.confidentiality.QuotaReached;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.StepUpNeeded;
import org.himaye.draft.DraftsUnavailable;
import org.himaye.shared.BusinessException;

/**
 * One place for everything that goes wrong behind a page. A rule of the work becomes a sentence beside its field and the typed text
 * stays; a refusal is the page of an unknown address; an act that asks for a second factor leads there and back; an old page says so and leads back; the rest is a page with a reference
 * number, which the log has too, without anybody's data.
 */
public class KindExceptionHandler extends ExceptionHandlerWrapper {

    public KindExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext faces = FacesContext.getCurrentInstance();
        for (Iterator<ExceptionQueuedEvent> events =
                        getUnhandledExceptionQueuedEvents().iterator();
                events.hasNext(); ) {
            Throwable thrown = events.next().getContext().getException();
            events.remove();
            answer(faces, thrown);
        }
    }

    private static void answer(FacesContext faces, Throwable thrown) {
        if (faces.getExternalContext().isResponseCommitted()) {
            Problem.log(thrown);
        } else if (find(thrown, ViewExpiredException.class).isPresent() || endedMeanwhile(faces)) {
            openAgain(faces);
        } else if (find(thrown, OpenedViewHandler.PageLeft.class).isPresent()) {
            openFresh(faces);
        } else if (find(thrown, OpenedViewHandler.StandingEnded.class).isPresent()) {
            decideAnew(faces);
        } else if (find(thrown, StepUpNeeded.class).isPresent()) {
            stepUp(faces);
        } else if (find(thrown, Refused.class).isPresent()) {
            refuse(faces, find(thrown, Refused.class).get());
        } else if (find(thrown, QuotaReached.class).isPresent() && !faces.isPostback()) {
            later(faces, find(thrown, QuotaReached.class).get());
        } else if (find(thrown, NotOpenedNow.class).isPresent() && !faces.isPostback()) {
            send(faces, Problem.Kind.SEALED, thrown);
        } else if (find(thrown, BusinessException.class).isPresent() && mayStillSpeak(faces)) {
            explain(faces, find(thrown, BusinessException.class).get());
        } else if (Problem.isBusy(thrown)) {
            send(faces, Problem.Kind.BUSY, thrown);
        } else if (find(thrown, OptimisticLockException.class).isPresent() && mayStillSpeak(faces)) {
            faces.addMessage(null, FieldMessages.error(faces, "ChangedMeanwhile"));
        } else {
            send(faces, Problem.Kind.FAILED, thrown);
        }
    }

    /** The page is gone, its text is not: it is kept, and the page opens again with it. */
    private static void openAgain(FacesContext faces) {
        try {
            Optional<UnsentForm> unsent = unsent(faces);
            if (unsent.isPresent()) {
                unsent.get().keep();
                lead(faces, unsent.get().address());
            } else if (!faces.isPostback()
                    && faces.getExternalContext().getRequest() instanceof HttpServletRequest request) {
                String query = request.getQueryString();
                lead(faces, request.getRequestURI() + (query == null ? "" : "?" + query));
            } else {
                send(faces, Problem.Kind.EXPIRED, null);
            }
        } catch (DraftsUnavailable | KeysUnavailable unavailable) {
            send(faces, Problem.Kind.BUSY, unavailable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page as it is after the post that was taken. Keeping the text of the second would offer to send it a third time. */
    private static void openFresh(FacesContext faces) {
        try {
            Optional<UnsentForm> sent = unsent(faces);
            if (sent.isPresent()) {
                lead(faces, sent.get().address());
            } else {
                send(faces, Problem.Kind.EXPIRED, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page is asked for again, which is decided and recorded as ever. What was typed is kept where that is still possible. */
    private static void decideAnew(FacesContext faces) {
        try {
            unsent(faces).ifPresent(UnsentForm::keep);
            CDI.current().select(Notices.class).get().notDone("notices.standingEnded");
            lead(faces, DraftForms.address(faces));
        } catch (DraftsUnavailable | KeysUnavailable unavailable) {
            send(faces, Problem.Kind.BUSY, unavailable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lead(FacesContext faces, String address) throws IOException {
        if (endedMeanwhile(faces)
                && !faces.getPartialViewContext().isAjaxRequest()
                && faces.getExternalContext().getResponse() instanceof HttpServletResponse response) {
            response.resetBuffer();
            OpenAgain.write(response, address);
        } else {
            faces.getExternalContext().redirect(address);
        }
        faces.responseComplete();
    }

    /** Another request of this browser ended the session, or began a new one, while this one was under way: the page's memory is gone. */
    private static boolean endedMeanwhile(FacesContext faces) {
        return faces.getExternalContext().getRequest() instanceof HttpServletRequest request
                && request.getRequestedSessionId() != null
                && !request.isRequestedSessionIdValid();
    }

    private static Optional<UnsentForm> unsent(FacesContext faces) {
        return faces.getExternalContext().getRequest() instanceof HttpServletRequest request
                ? UnsentForm.of(request)
                : Optional.empty();
    }

    /** Through the second factor and back to this page, with what was typed: kept as a draft, or carried by the page's address. */
    private static void stepUp(FacesContext faces) {
        try {
            Optional<UnsentForm> unsent = unsent(faces);
            unsent.ifPresent(UnsentForm::keep);
            String page = unsent.map(UnsentForm::address)
                    .orElseGet(() -> faces.getApplication()
                            .getViewHandler()
                            .getRedirectURL(faces, faces.getViewRoot().getViewId(), Map.of(), true));
            if (faces.isPostback()) {
                // The page that comes back looks as before the button: whoever gave the code would take the act for
                // done.
                CDI.current().select(Notices.class).get().notDone("notices.afterCode");
            }
            faces.getExternalContext().redirect(StepUpAddress.of(page));
            faces.responseComplete();
        } catch (DraftsUnavailable | KeysUnavailable unavailable) {
            send(faces, Problem.Kind.BUSY, unavailable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an act refused is recorded; a number that is none never reached an act and is recorded here. */
    private static void refuse(FacesContext faces, Refused refused) {
        try {
            if (!refused.recorded()) {
                CDI.current()
                        .select(RefusedAddress.class)
                        .get()
                        .record(faces.getExternalContext().getRequestServletPath(), refused);
            }
            send(faces, Problem.Kind.UNKNOWN, null);
        } catch (LogUnavailable unavailable) {
            send(faces, Problem.Kind.BUSY, unavailable);
        }
    }

    /** A page that is being opened has nothing yet on which a sentence could stand. */
    private static void later(FacesContext faces, QuotaReached reached) {
        faces.getExternalContext()
                .getRequestMap()
                .put(Problem.UNTIL, reached.arguments().getFirst());
        send(faces, Problem.Kind.LATER, null);
    }

    private static boolean mayStillSpeak(FacesContext faces) {
        return faces.getViewRoot() != null && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }

    private static void explain(FacesContext faces, BusinessException broken) {
        if (broken.all().stream()
                .anyMatch(rule -> sentence(rule, Functions::has).isEmpty())) {
            send(faces, Problem.Kind.FAILED, broken);
            return;
        }
        tell(faces, broken);
        faces.validationFailed();
        faces.renderResponse();
    }

    /** Each broken rule beside its field, which is told one thing at a time, or on top. */
    static void tell(FacesContext faces, BusinessException broken) {
        for (BusinessException rule : broken.all()) {
            UIComponent[] field = new UIComponent[1];
            String clientId = rule.field() == null ? null : clientId(faces, rule.field(), field);
            if (clientId == null || !faces.getMessages(clientId).hasNext()) {
                String key = sentence(rule, Functions::has).orElse("ChangedMeanwhile");
                faces.addMessage(clientId, FieldMessages.error(faces, key, arguments(rule, field[0])));
            }
        }
    }

    /** What the rule tells, amounts as they are written in this language; last the label of its field. */
    private static Object[] arguments(BusinessException rule, UIComponent field) {
        Stream<Object> told = rule.arguments().stream()
                .map(each -> each instanceof Number && !(each instanceof BigDecimal) ? each : Functions.show(each));
        return Stream.concat(told, Stream.ofNullable(field).map(FieldMessages::label))
                .toArray();
    }

    /** The key of what to tell; empty when only a fault of the program can have broken this rule of the database. */
    static Optional<String> sentence(BusinessException rule, Predicate<String> known) {
        if (known.test(rule.key()) || !(rule instanceof ConstraintBroken broken)) {
            return Optional.of(rule.key());
        }
        return broken.taken() ? Optional.of("meanwhile.already") : Optional.empty();
    }

    /**
     * The field's id in the page, or null when the page has no such field: then the sentence stands on top. A field of a line is
     * named by its path, the line and the field. The field itself stays
     * valid: an invalid one would be shown empty, because its text is already in the form.
     */
    private static String clientId(FacesContext faces, String field, UIComponent[] component) {
        String[] found = new String[1];
        faces.getViewRoot().visitTree(VisitContext.createVisitContext(faces), (context, each) -> {
            if (each instanceof EditableValueHolder
                    && (field.equals(each.getId())
                            || field.equals(each.getAttributes().get("path")))) {
                found[0] = each.getClientId(faces);
                component[0] = each;
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
        return found[0];
    }

    private static void send(FacesContext faces, Problem.Kind kind, Throwable thrown) {
        ExternalContext external = faces.getExternalContext();
        String reference = thrown == null ? "" : Problem.log(thrown);
        try {
            if (!external.isResponseCommitted()) {
                external.responseReset();
            }
            if (faces.getPartialViewContext().isAjaxRequest()) {
                external.redirect(Problem.PATH + "?kind=" + kind + "&reference=" + reference);
            } else {
                external.getRequestMap().put(Problem.KIND, kind);
                external.getRequestMap().put(Problem.REFERENCE, reference);
                external.responseSendError(kind.status(), "");
            }
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        for (Throwable each = thrown; each != null; each = each.getCause() == each ? null : each.getCause()) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
        }
        return Optional.empty();
    }
}

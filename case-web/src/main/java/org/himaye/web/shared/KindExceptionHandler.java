package org.himaye.web.shared;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIViewRoot;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.himaye.confidentiality.ConstraintBroken;
import org.himaye.confidentiality.KeysUnavailable;
import org.himaye.confidentiality.LogUnavailable;
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
        } else if (find(thrown, ViewExpiredException.class).isPresent()) {
            openAgain(faces);
        } else if (find(thrown, StepUpNeeded.class).isPresent()) {
            stepUp(faces);
        } else if (find(thrown, Refused.class).isPresent()) {
            refuse(faces, find(thrown, Refused.class).get());
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
                faces.getExternalContext().redirect(unsent.get().address());
                faces.responseComplete();
            } else {
                send(faces, Problem.Kind.EXPIRED, null);
            }
        } catch (DraftsUnavailable | KeysUnavailable unavailable) {
            send(faces, Problem.Kind.BUSY, unavailable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static boolean mayStillSpeak(FacesContext faces) {
        return faces.getViewRoot() != null && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }

    private static void explain(FacesContext faces, BusinessException rule) {
        Optional<String> sentence = sentence(rule, Functions::has);
        if (sentence.isEmpty()) {
            send(faces, Problem.Kind.FAILED, rule);
            return;
        }
        Object[] arguments = rule.arguments().stream()
                .map(each -> each instanceof Number ? each : Functions.show(each))
                .toArray();
        FacesMessage message = FieldMessages.error(faces, sentence.get(), arguments);
        faces.addMessage(rule.field() == null ? null : clientId(faces, rule.field()), message);
        faces.validationFailed();
        faces.renderResponse();
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
     * named with the line, {@code goals_LEGAL:0:target}. The field itself stays
     * valid: an invalid one would be shown empty, because its text is already in the form.
     */
    private static String clientId(FacesContext faces, String field) {
        UIViewRoot view = faces.getViewRoot();
        String[] found = new String[1];
        view.visitTree(VisitContext.createVisitContext(faces), (context, component) -> {
            String clientId = component.getClientId(faces);
            boolean named = field.equals(component.getId()) || clientId.equals(field) || clientId.endsWith(":" + field);
            if (named && component instanceof EditableValueHolder) {
                found[0] = clientId;
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

    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        for (Throwable each = thrown; each != null; each = each.getCause() == each ? null : each.getCause()) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
        }
        return Optional.empty();
    }
}

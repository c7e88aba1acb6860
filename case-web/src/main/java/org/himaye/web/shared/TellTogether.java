package org.himaye.web.shared;

import jakarta.el.ELContext;
import jakarta.el.ValueExpression;
import jakarta.faces.component.UICommand;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Supplier;
import org.himaye.shared.BusinessException;
import org.himaye.shared.Rules;

/**
 * A form in which an answer is missing or cannot be read is not sent on. The rules of its button ({@code cw:button rules}) are looked
 * at all the same, over the answers that could be read, so that a person is told everything at once and not one thing after the other.
 */
public class TellTogether implements PhaseListener {

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.PROCESS_VALIDATIONS;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (faces.isPostback() && faces.isValidationFailed() && !faces.getResponseComplete()) {
            pressed(faces).ifPresent(button -> look(faces, button));
        }
    }

    private static Optional<UIComponent> pressed(FacesContext faces) {
        UIComponent[] pressed = new UIComponent[1];
        faces.getViewRoot().visitTree(VisitContext.createVisitContext(faces), (context, component) -> {
            if (component instanceof UICommand
                    && faces.getExternalContext().getRequestParameterMap().containsKey(component.getClientId(faces))) {
                pressed[0] = component;
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
        return Optional.ofNullable(pressed[0]);
    }

    private static void look(FacesContext faces, UIComponent button) {
        look(faces, form(button), () -> {
            if (button.getAttributes().get("rules") instanceof Rules rules) {
                rules.hold();
            }
        });
    }

    /**
     * Looks at one step of a form alone, for a button with {@code immediate}: the rest of the form keeps what was typed and is not
     * looked at.
     *
     * @param id of the step in the page
     * @return true when it is complete and right; otherwise everything that is wrong with it is told
     */
    public static boolean holds(String id, Supplier<Rules> rules) {
        FacesContext faces = FacesContext.getCurrentInstance();
        UIComponent step = Functions.part(faces.getViewRoot(), id);
        step.processValidators(faces);
        look(faces, step, () -> rules.get().hold());
        boolean told = faces.getMessages().hasNext();
        if (told) {
            faces.validationFailed();
        }
        return !told;
    }

    private static void look(FacesContext faces, UIComponent part, Runnable rules) {
        take(faces, part);
        try {
            rules.run();
        } catch (RuntimeException e) {
            BusinessException broken =
                    KindExceptionHandler.find(e, BusinessException.class).orElseThrow(() -> e);
            KindExceptionHandler.tell(faces, broken);
        }
    }

    private static UIComponent form(UIComponent part) {
        return part instanceof UIForm || part.getParent() == null ? part : form(part.getParent());
    }

    /** What could be read goes into the form; what could not is no answer there, and stays on the page as it was typed. */
    private static void take(FacesContext faces, UIComponent form) {
        VisitContext shown = VisitContext.createVisitContext(faces, null, EnumSet.of(VisitHint.SKIP_UNRENDERED));
        form.visitTree(shown, (context, component) -> {
            if (component instanceof UIInput input) {
                if (input.isValid()) {
                    input.updateModel(faces);
                } else {
                    forget(faces.getELContext(), input.getValueExpression("value"));
                }
            }
            return VisitResult.ACCEPT;
        });
    }

    private static void forget(ELContext el, ValueExpression value) {
        if (value != null && !value.isReadOnly(el)) {
            Class<?> type = value.getType(el);
            if (type == null || !type.isPrimitive()) {
                value.setValue(el, null);
            }
        }
    }
}

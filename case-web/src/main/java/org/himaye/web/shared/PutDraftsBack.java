package org.himaye.web.shared;

import jakarta.el.ValueExpression;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.component.html.HtmlInputHidden;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.draft.DraftService;
import org.himaye.draft.Drafts;
import org.himaye.draft.WaitingDrafts;

/**
 * Before a page is shown, and after its own act has opened it: opens the drafts that wait for it, and compares them with what is stored
 * now. What somebody else changed meanwhile stands beside the field. The fields themselves take their text in {@link FillFromDraft}.
 */
public class PutDraftsBack implements SystemEventListener {

    @Override
    public boolean isListenerForSource(Object source) {
        return true;
    }

    @Override
    public void processEvent(SystemEvent event) {
        FacesContext faces = FacesContext.getCurrentInstance();
        boolean ours = Page.at(faces.getViewRoot().getViewId()).isPresent();
        if (!ours || faces.getResponseComplete() || !bean(CurrentCaller.class).present()) {
            return;
        }
        String record = DraftForms.record(faces);
        if (faces.isPostback()) {
            bean(Drafts.class).look(faces.getViewRoot().getViewId(), record);
        }
        DraftForms forms = bean(DraftForms.class);
        WaitingDrafts waiting = bean(WaitingDrafts.class);
        waiting.without(forms::isSent);
        if (waiting.isAny()) {
            bean(DraftService.class).restore().forEach(forms::put);
        }
        if (forms.isAny()) {
            bringRowsBack(faces, forms);
            compare(faces, forms);
        }
    }

    /** A form whose rows come and go gets the rows first, because its fields are named by their place. */
    private static void bringRowsBack(FacesContext faces, DraftForms forms) {
        visit(faces, forms, (input, draft) -> {
            ValueExpression rows = input.getValueExpression("value");
            if (input instanceof HtmlInputHidden && rows != null && draft.has(input.getClientId(faces))) {
                rows.setValue(faces.getELContext(), draft.one(input.getClientId(faces)));
            }
        });
    }

    private static void compare(FacesContext faces, DraftForms forms) {
        Meanwhile meanwhile = bean(Meanwhile.class);
        visit(faces, forms, (input, draft) -> {
            String name = input.getClientId(faces);
            RawFields was = draft.was();
            if (draft.has(RawFields.ROWS) || !draft.has(name) || !was.has(name)) {
                return;
            }
            Set<String> now = shown(faces, input);
            if (!now.equals(plain(was.all(name))) && !now.equals(plain(draft.all(name)))) {
                meanwhile.found(field(faces, input), input.getValue());
            }
        });
    }

    /** The field's name as the page's tags know it; a row of {@code cw:grades} is named after its code. */
    private static String field(FacesContext faces, UIInput input) {
        if (input.getAttributes().get("path") instanceof String path && !path.isEmpty()) {
            return path;
        }
        boolean grade = input.getId().equals("pick") || input.getId().equals("grade");
        if (!grade) {
            return input.getId();
        }
        UIComponent rows = input.getParent();
        while (rows != null && !rows.getClass().getSimpleName().equals("UIRepeat")) {
            rows = rows.getParent();
        }
        Object code = faces.getApplication().evaluateExpressionGet(faces, "#{code}", Object.class);
        return rows == null ? input.getId() : Functions.part(rows.getId(), code);
    }

    /** The stored value as the browser would send it. */
    private static Set<String> shown(FacesContext faces, UIInput input) {
        Object value = input.getValue();
        Stream<?> several = input instanceof UISelectMany && value instanceof Collection<?> all
                ? all.stream()
                : input instanceof UISelectMany && value instanceof Object[] all
                        ? Arrays.stream(all)
                        : Stream.ofNullable(value);
        return plain(several.map(each -> text(faces, input, each)).toList());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static String text(FacesContext faces, UIInput input, Object value) {
        Converter converter = Optional.ofNullable(input.getConverter())
                .orElseGet(() -> faces.getApplication().createConverter(value.getClass()));
        return converter == null ? value.toString() : converter.getAsString(faces, input, value);
    }

    private static Set<String> plain(List<String> texts) {
        return texts.stream()
                .filter(Objects::nonNull)
                .map(text -> text.replace("\r\n", "\n").strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
    }

    private interface Each {
        void input(UIInput input, RawFields draft);
    }

    private static void visit(FacesContext faces, DraftForms forms, Each each) {
        faces.getViewRoot().visitTree(VisitContext.createVisitContext(faces), (context, component) -> {
            if (component instanceof UIForm && forms.fields(component.getId()).isEmpty()) {
                return VisitResult.REJECT;
            }
            if (component instanceof UIInput input) {
                FillFromDraft.draftOf(input, forms).ifPresent(draft -> each.input(input, draft));
            }
            return VisitResult.ACCEPT;
        });
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }
}

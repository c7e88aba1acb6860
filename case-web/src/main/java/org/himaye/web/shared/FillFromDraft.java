package org.himaye.web.shared;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.html.HtmlInputHidden;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.faces.event.ComponentSystemEvent;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the text of a draft into a field as if it had just been sent: just before the field is written, so that it also reaches the
 * fields of rows, and as a submitted value, so that what could not be a value comes back as it was typed.
 */
public class FillFromDraft implements SystemEventListener {

    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UIInput && !(source instanceof HtmlInputHidden);
    }

    @Override
    public void processEvent(SystemEvent event) {
        UIInput input = (UIInput) ((ComponentSystemEvent) event).getComponent();
        FacesContext faces = FacesContext.getCurrentInstance();
        DraftForms forms = CDI.current().select(DraftForms.class).get();
        if (forms.isAny()) {
            draftOf(input, forms)
                    .filter(draft -> draft.has(input.getClientId(faces)))
                    .ifPresent(draft -> input.decode(new Sent(faces, draft)));
        }
    }

    static Optional<RawFields> draftOf(UIInput input, DraftForms forms) {
        UIComponent form = input;
        while (form != null && !(form instanceof UIForm)) {
            form = form.getParent();
        }
        return form == null ? Optional.empty() : forms.fields(form.getId());
    }

    /** The running request, as if it had sent the draft. */
    private static final class Sent extends FacesContextWrapper {

        private final RawFields draft;

        Sent(FacesContext faces, RawFields draft) {
            super(faces);
            this.draft = draft;
        }

        @Override
        public ExternalContext getExternalContext() {
            return new ExternalContextWrapper(getWrapped().getExternalContext()) {

                @Override
                public Map<String, String> getRequestParameterMap() {
                    return new Parameters<>(draft) {
                        @Override
                        String value(String name) {
                            return draft.one(name);
                        }
                    };
                }

                @Override
                public Map<String, String[]> getRequestParameterValuesMap() {
                    return new Parameters<>(draft) {
                        @Override
                        String[] value(String name) {
                            return draft.all(name).toArray(String[]::new);
                        }
                    };
                }
            };
        }
    }

    private abstract static class Parameters<V> extends AbstractMap<String, V> {

        private final RawFields draft;

        Parameters(RawFields draft) {
            this.draft = draft;
        }

        abstract V value(String name);

        @Override
        public boolean containsKey(Object name) {
            return draft.has((String) name);
        }

        @Override
        public V get(Object name) {
            return containsKey(name) ? value((String) name) : null;
        }

        /** Renderers ask by name. */
        @Override
        public Set<Entry<String, V>> entrySet() {
            throw new UnsupportedOperationException();
        }
    }
}

package org.himaye.web.shared;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.ServletContext;

/** Messages of the catalogue as Faces messages. */
final class FieldMessages {

    private FieldMessages() {}

    static FacesMessage error(FacesContext faces, String key, Object... arguments) {
        Catalogue catalogue =
                Catalogue.of((ServletContext) faces.getExternalContext().getContext());
        String text = catalogue.text(Language.current(), key, arguments);
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text);
    }

    /** What the page calls this field. */
    static String label(UIComponent field) {
        Object label = field.getAttributes().get("label");
        return label == null ? "" : label.toString();
    }
}

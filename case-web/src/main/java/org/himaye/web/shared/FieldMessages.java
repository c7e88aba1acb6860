package org.himaye.web.shared;

import jakarta.faces.application.FacesMessage;
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
}

package org.himaye.web.shared;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import org.omnifaces.converter.SelectItemsConverter;

/**
 * Takes what the list offers and nothing else. What it does not offer no page of ours has sent; read as no answer it would clear what is
 * stored, and a yes or no would become a no.
 */
@FacesConverter(value = "himaye.offered", managed = false)
public class OfferedConverter extends SelectItemsConverter {

    @Override
    public Object getAsObject(FacesContext faces, UIComponent field, String sent) {
        Object offered = super.getAsObject(faces, field, sent);
        if (offered == null && sent != null && !sent.isEmpty()) {
            throw new ConverterException(FieldMessages.error(faces, "field.offered"));
        }
        return offered;
    }
}

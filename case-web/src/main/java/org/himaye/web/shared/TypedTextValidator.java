package org.himaye.web.shared;

import jakarta.el.ValueExpression;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.html.HtmlInputText;
import jakarta.faces.component.html.HtmlInputTextarea;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.FacesValidator;
import jakarta.faces.validator.Validator;
import jakarta.faces.validator.ValidatorException;
import org.himaye.shared.BusinessException;
import org.himaye.shared.TypedText;

/** Every text field: as long as it says, and only characters that people type; told together with all else that is wrong. */
@FacesValidator(value = "himaye.text", isDefault = true)
public class TypedTextValidator implements Validator<Object> {

    @Override
    public void validate(FacesContext faces, UIComponent field, Object value) {
        boolean text = field instanceof HtmlInputText || field instanceof HtmlInputTextarea;
        if (text && value instanceof String typed) {
            try {
                TypedText.of(field.getId(), typed, longest(faces, field));
            } catch (BusinessException e) {
                throw new ValidatorException(
                        FieldMessages.error(faces, e.key(), e.arguments().toArray()));
            }
        }
    }

    private static int longest(FacesContext faces, UIComponent field) {
        Object own = field instanceof HtmlInputText line
                ? line.getMaxlength()
                : field.getPassThroughAttributes().get("maxlength");
        Object most = own instanceof ValueExpression expression ? expression.getValue(faces.getELContext()) : own;
        int length = most == null || most.toString().isBlank() ? -1 : Integer.parseInt(most.toString());
        return length > 0 ? length : Integer.MAX_VALUE;
    }
}

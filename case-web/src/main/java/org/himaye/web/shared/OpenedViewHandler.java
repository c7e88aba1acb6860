package org.himaye.web.shared;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewMetadata;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Refused;

/**
 * A form belongs to the record for which it was opened. Faces would take the record's number from the address of the post again, so
 * that what was typed for one case, with its version, could be stored in another. A filter is no record: its fields are named as the
 * parameters that they become. Nor does Faces ask whether the view state that came was that of the page it was sent to, nor whether
 * that page was left meanwhile, because a post before this one was taken; nor whether the caller still stands to the cases on it as when
 * it was opened, though what a broken rule shows once more comes from memory and not from the gate.
 */
public class OpenedViewHandler extends ViewHandlerWrapper {

    private static final String PAGE = "himaye.page";

    /** The form of this page was taken already; a second post of it brings nothing new. */
    static final class PageLeft extends FacesException {}

    /** The function that opened the page ended, or a case on it was closed to the caller: the next request is decided anew (BR-071). */
    static final class StandingEnded extends FacesException {}

    public OpenedViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public UIViewRoot restoreView(FacesContext faces, String viewId) {
        UIViewRoot view = super.restoreView(faces, viewId);
        if (view != null) {
            Map<String, String> sent = faces.getExternalContext().getRequestParameterMap();
            boolean other = ViewMetadata.getViewParameters(view).stream()
                    .map(UIViewParameter::getName)
                    .anyMatch(name -> sent.containsKey(name) && !isField(view, name));
            if (other || !viewId.equals(view.getAttributes().get(PAGE))) {
                throw new Refused(AccessReason.FOREIGN_ID);
            }
            Map<String, Object> memory = view.getViewMap(false);
            if (memory == null) {
                throw new ViewExpiredException(viewId);
            }
            if (!memory.containsKey(PAGE)) {
                throw new PageLeft();
            }
            if (!standing().holds(memory)) {
                faces.setViewRoot(view);
                throw new StandingEnded();
            }
        }
        return view;
    }

    /** The page is part of its view state from here on: what is set after the view is built is kept with it. */
    @Override
    public void renderView(FacesContext faces, UIViewRoot view) throws IOException {
        view.getAttributes().put(PAGE, view.getViewId());
        view.getViewMap().put(PAGE, view.getViewId());
        standing().keep(view.getViewMap());
        super.renderView(faces, view);
    }

    private static OpenedStanding standing() {
        return CDI.current().select(OpenedStanding.class).get();
    }

    private static boolean isField(UIComponent part, String name) {
        if (part instanceof EditableValueHolder && !(part instanceof UIViewParameter) && name.equals(part.getId())) {
            return true;
        }
        for (Iterator<UIComponent> inside = part.getFacetsAndChildren(); inside.hasNext(); ) {
            if (isField(inside.next(), name)) {
                return true;
            }
        }
        return false;
    }
}

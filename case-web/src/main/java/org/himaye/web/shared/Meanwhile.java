package org.himaye.web.shared;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.himaye.confidentiality.ChangedMeanwhile;

/**
 * What happens when two people save the same record: the second is told, sees beside each field that both changed what the first
 * one saved, keeps the own text and decides. Nothing is overwritten unseen. The stored values come through the service that opens
 * the form, so they are recorded, and only what the person may read is shown.
 */
@Named
@ViewScoped
public class Meanwhile implements Serializable {

    private final transient Map<String, Object> theirs = new LinkedHashMap<>();

    /**
     * Saves; after a conflict the form holds both people's changes and the next save counts from what is stored now.
     *
     * @param save calls the service with the form's version
     * @param reopen opens the form again, as at the beginning
     * @return true when it was saved; false keeps the page
     */
    public <F> boolean save(Edit<F> edit, Runnable save, Supplier<F> reopen) {
        try {
            save.run();
            theirs.clear();
            return true;
        } catch (ChangedMeanwhile conflict) {
            theirs.clear();
            theirs.putAll(edit.meet(reopen.get()));
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.addMessage(null, FieldMessages.error(faces, "meanwhile.told", theirs.size()));
            faces.validationFailed();
            return false;
        }
    }

    /** Notes what is stored now beside a field whose unsent text was put back. */
    void found(String field, Object stored) {
        theirs.put(field, stored);
    }

    /** True when somebody else changed this field too, {@code id} or {@code map.KEY}. */
    public boolean has(String field) {
        return theirs.containsKey(field);
    }

    /** What stands there now. */
    public Object theirs(String field) {
        return theirs.get(field);
    }
}

package org.himaye.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two people at one form: nothing is lost and nothing is overwritten unseen. */
class EditTest {

    /** A form as pages have it. */
    static final class Form {
        int version;
        String name;
        String note;
        List<String> languages = List.of();
        Map<String, String> signs = new HashMap<>();

        Form(int version, String name, String note) {
            this.version = version;
            this.name = name;
            this.note = note;
        }
    }

    private final Edit<Form> edit = Edit.of(() -> new Form(1, "A", null));

    @Test
    void untouchedFieldsTakeTheStoredValueAndTheVersionKeepsUp() {
        Map<String, Object> theirs = edit.meet(new Form(2, "B", "new"));

        assertEquals(Map.of(), theirs);
        assertEquals("B", edit.getForm().name);
        assertEquals("new", edit.getForm().note);
        assertEquals(2, edit.getForm().version);
    }

    @Test
    void whatOnlyITypedStays() {
        edit.getForm().note = "mine";

        assertEquals(Map.of(), edit.meet(new Form(2, "B", null)));
        assertEquals("mine", edit.getForm().note);
    }

    @Test
    void whatBothChangedStaysMineAndTheirsIsTold() {
        edit.getForm().name = "mine";

        assertEquals(Map.of("name", "theirs"), edit.meet(new Form(2, "theirs", null)));
        assertEquals("mine", edit.getForm().name);
    }

    @Test
    void theSameChangeByBothIsNoConflictAndNothingIsABlank() {
        edit.getForm().name = "B ";
        edit.getForm().note = " ";

        assertEquals(Map.of(), edit.meet(new Form(2, "B", "new")));
        assertEquals("new", edit.getForm().note);
    }

    @Test
    void theNextSaveCountsFromWhatIsStoredNow() {
        edit.getForm().name = "mine";
        edit.meet(new Form(2, "theirs", null));

        assertEquals(Map.of(), edit.meet(new Form(3, "theirs", "more")));
        assertEquals("mine", edit.getForm().name);
        assertEquals("more", edit.getForm().note);
    }

    @Test
    void mapsAreMetKeyByKey() {
        edit.getForm().signs.put("IND01", "PRESENT");
        Form now = new Form(2, "A", null);
        now.signs.put("IND01", "ABSENT");
        now.signs.put("IND02", "PRESENT");

        assertEquals(Map.of("signs.IND01", "ABSENT"), edit.meet(now));
        assertEquals(Map.of("IND01", "PRESENT", "IND02", "PRESENT"), edit.getForm().signs);
    }
}

package org.himaye.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    /** A form with parts and lines, as the plan has it. */
    static final class Plan {
        UUID id = UUID.randomUUID();
        Integer version;
        final Map<String, Area> areas = new HashMap<>();
    }

    static final class Area implements FormPart {
        final String code = "LEGAL";
        String decision;
        final List<Line> lines = new ArrayList<>();
    }

    static final class Line implements FormLine {
        final UUID id;
        String aim;

        Line(UUID id, String aim) {
            this.id = id;
            this.aim = aim;
        }

        @Override
        public UUID getKey() {
            return id;
        }

        @Override
        public Object content() {
            return aim == null ? null : List.of(id, aim);
        }

        @Override
        public Line copy() {
            return new Line(id, aim);
        }

        @Override
        public Line anew() {
            return new Line(UUID.randomUUID(), aim);
        }
    }

    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();

    private static Plan plan(Integer version, String decision, Line... lines) {
        Plan plan = new Plan();
        plan.version = version;
        Area area = new Area();
        area.decision = decision;
        area.lines.addAll(List.of(lines));
        plan.areas.put("LEGAL", area);
        return plan;
    }

    private static List<String> aims(Edit<Plan> edit) {
        return edit.getForm().areas.get("LEGAL").lines.stream()
                .map(line -> line.aim)
                .toList();
    }

    /** An empty line waits in each new form, with a key of its own. */
    private static Line waiting() {
        return new Line(UUID.randomUUID(), null);
    }

    @Test
    void twoWhoBeganFromNothingKeepBothTheirLines() {
        Edit<Plan> edit = Edit.of(() -> plan(null, null, waiting()));
        Area mine = edit.getForm().areas.get("LEGAL");
        mine.decision = "DECLINED";
        mine.lines.get(0).aim = "mine";
        Plan stored = plan(1, "GOALS", new Line(FIRST, "theirs"));

        assertEquals(Map.of("areas.LEGAL.decision", "GOALS"), edit.meet(stored));

        assertEquals("DECLINED", mine.decision, "hers stays");
        assertEquals(List.of("mine", "theirs"), aims(edit));
        assertEquals(stored.id, edit.getForm().id, "the next save goes to the stored one");
        assertEquals(1, edit.getForm().version);
        mine.lines.get(1).aim = "changed by her now";
        assertEquals(Map.of(), edit.meet(plan(2, "GOALS", new Line(FIRST, "theirs"))));
        assertEquals(List.of("mine", "changed by her now"), aims(edit), "a line that came in is met like her own");
    }

    @Test
    void aLineThatBothChangedStaysMineAndTheirsIsTold() {
        Edit<Plan> edit = Edit.of(() -> plan(1, "GOALS", new Line(FIRST, "old"), new Line(SECOND, "old")));
        edit.getForm().areas.get("LEGAL").lines.get(0).aim = "mine";

        Map<String, Object> theirs = edit.meet(plan(2, "GOALS", new Line(FIRST, "theirs"), new Line(SECOND, "new")));

        assertEquals(Map.of(FIRST + ".aim", "theirs"), theirs);
        assertEquals(List.of("mine", "new"), aims(edit));
    }

    @Test
    void aLineTakenOutThereGoesUnlessItWasWrittenOnHere() {
        Edit<Plan> edit = Edit.of(() -> plan(1, "GOALS", new Line(FIRST, "old"), new Line(SECOND, "old")));
        edit.getForm().areas.get("LEGAL").lines.get(1).aim = "mine";

        assertEquals(Map.of(), edit.meet(plan(2, "GOALS")));

        assertEquals(List.of("mine"), aims(edit));
        assertNotEquals(
                SECOND, edit.getForm().areas.get("LEGAL").lines.get(0).getKey(), "the stored line is gone for good");
    }

    @Test
    void aLineTakenOutHereComesBackWhenItWasChangedThere() {
        Edit<Plan> edit = Edit.of(() -> plan(1, "GOALS", new Line(FIRST, "old"), new Line(SECOND, "old")));
        edit.getForm().areas.get("LEGAL").lines.clear();

        Map<String, Object> theirs = edit.meet(plan(2, "GOALS", new Line(FIRST, "changed"), new Line(SECOND, "old")));

        assertEquals(Collections.singletonMap(FIRST.toString(), null), theirs);
        assertEquals(List.of("changed"), aims(edit));
    }

    @Test
    void whatADraftOfAnotherVersionBringsBackIsHeldAgainstAllThatIsStored() {
        Edit<Plan> edit = Edit.of(() -> plan(5, "GOALS", new Line(FIRST, "now"), new Line(SECOND, "now")));
        edit.getForm().version = -1;
        edit.getForm().areas.get("LEGAL").decision = "DECLINED";
        edit.getForm().areas.get("LEGAL").lines.get(0).aim = "typed long ago";
        edit.getForm().areas.get("LEGAL").lines.remove(1);
        edit.forgetOpened();

        Map<String, Object> theirs = edit.meet(plan(5, "GOALS", new Line(FIRST, "now"), new Line(SECOND, "now")));

        assertEquals(Map.of("areas.LEGAL.decision", "GOALS", FIRST + ".aim", "now"), theirs);
        assertEquals(List.of("typed long ago", "now"), aims(edit), "what is stored is not lost with an old list");
        assertEquals(5, edit.getForm().version);
    }
}

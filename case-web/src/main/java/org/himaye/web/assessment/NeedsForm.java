package org.himaye.web.assessment;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.himaye.assessment.NeedArea;
import org.himaye.assessment.NeedLevel;
import org.himaye.assessment.NeedsEntry;

/** The answers as they are typed: for each area a level and a note. Plain text, for as long as the form is open. */
public class NeedsForm {

    private UUID id;
    private Integer version;
    private UUID base;
    private String ownView;
    private final Map<NeedArea, NeedLevel> levels = new EnumMap<>(NeedArea.class);
    private final Map<NeedArea, String> notes = new EnumMap<>(NeedArea.class);

    NeedsForm(NeedsEntry entry) {
        id = entry.id();
        version = entry.version();
        base = entry.base();
        ownView = entry.ownView();
        for (NeedsEntry.Answer answer : entry.answers()) {
            levels.put(answer.area(), answer.level());
            notes.put(answer.area(), answer.note());
        }
    }

    NeedsEntry toEntry() {
        return new NeedsEntry(
                id,
                version,
                base,
                ownView,
                Arrays.stream(NeedArea.values())
                        .map(area -> new NeedsEntry.Answer(area, levels.get(area), notes.get(area)))
                        .toList());
    }

    public String getOwnView() {
        return ownView;
    }

    public void setOwnView(String ownView) {
        this.ownView = ownView;
    }

    public Map<NeedArea, NeedLevel> getLevels() {
        return levels;
    }

    public Map<NeedArea, String> getNotes() {
        return notes;
    }
}

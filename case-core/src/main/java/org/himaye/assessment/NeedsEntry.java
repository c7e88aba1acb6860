package org.himaye.assessment;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.himaye.shared.Rules;

/**
 * What the form sends.
 *
 * @param id made by the form, so that a double click makes one assessment
 * @param version of the draft that the form was opened with; null for a new one
 * @param base the final assessment that a new one started from, null for none: when another counts meanwhile, its answers are met
 *     before they are superseded
 * @param answers in the order of {@link NeedArea}; a level is null where nothing is answered yet
 */
public record NeedsEntry(UUID id, Integer version, UUID base, String ownView, List<Answer> answers) {

    public record Answer(NeedArea area, NeedLevel level, String note) {}

    public NeedsEntry {
        answers = List.copyOf(answers);
    }

    /** To finish, every area has an answer. */
    public Rules rules() {
        EnumSet<NeedArea> open = EnumSet.allOf(NeedArea.class);
        answers.stream().filter(a -> a.level() != null).forEach(a -> open.remove(a.area()));
        Rules rules = new Rules();
        open.forEach(area -> rules.unless(false, () -> new NeedsIncomplete(area)));
        return rules;
    }
}

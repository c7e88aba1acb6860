package org.himaye.web.plan;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.assessment.NeedArea;
import org.himaye.plan.PlanEntry;

/** A draft as it is typed: the seven components with their goals and actions. */
public class PlanForm {

    /** What no stored plan has. */
    private static final Integer NONE = -1;

    private UUID id;
    private Integer version;
    private final Map<NeedArea, AreaForm> areas = new EnumMap<>(NeedArea.class);

    PlanForm(PlanEntry entry) {
        id = entry.id();
        version = entry.version();
        entry.components().forEach(each -> areas.put(each.area(), new AreaForm(each)));
    }

    /** To be saved; lines into which nothing is typed go. */
    PlanEntry toEntry() {
        areas.values().forEach(AreaForm::tidy);
        return asTyped();
    }

    PlanEntry asTyped() {
        return new PlanEntry(
                id, version, areas.values().stream().map(AreaForm::toEntry).toList());
    }

    /** Version of the plan, goals and actions by id. */
    String rows() {
        return version
                + areas.entrySet().stream()
                        .map(each -> ";" + each.getKey() + each.getValue().rows())
                        .collect(Collectors.joining());
    }

    /**
     * Has the rows of a draft.
     *
     * @return true when the draft is of another version than this form, which then counts as none
     */
    boolean withRows(String rows) {
        String[] parts = rows.split(";");
        boolean other = !parts[0].equals(String.valueOf(version));
        if (other) {
            version = NONE;
        }
        Arrays.stream(parts)
                .skip(1)
                .forEach(part -> areas.forEach((area, form) -> {
                    if (part.split(",")[0].equals(area.name())) {
                        form.withRows(part);
                    }
                }));
        return other;
    }

    AreaForm area(NeedArea area) {
        return areas.get(area);
    }
}

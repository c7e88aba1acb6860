package org.himaye.confidentiality;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.StatusStep;

/** Each value of an answer that went through the gate, by its row and its name. */
final class ShownCells {

    /**
     * Where a value stands.
     *
     * @param row whose attribute it is, or the step that tells it; null for one that stands alone, in a head or beside a document
     * @param name {@code table.attribute} for a former value, {@code step.KIND} for a step, {@code due.KIND} for a deadline, else the attribute
     *     alone
     */
    record Cell(UUID row, String name, DataClass dataClass) {}

    /** Before the kind of a step, where else there is a table. */
    static final String STEP = "step.";

    /** The same for a deadline. */
    static final String DUE = "due.";

    private final Map<Cell, Revealed<?>> cells = new LinkedHashMap<>();
    private final Map<Object, Object> seen = new IdentityHashMap<>();

    private ShownCells() {}

    static Map<Cell, Revealed<?>> of(Object answer) {
        ShownCells shown = new ShownCells();
        shown.walk(null, answer);
        return shown.cells;
    }

    private void walk(String field, Object value) {
        switch (value) {
            case null -> {}
            case Revealed<?> alone -> add(null, field, alone);
            case RevealedRow row -> row.forEach((name, each) -> add(row.rowId(), name, each));
            case StatusStep step -> add(step.id(), STEP + step.kind().name(), step.reached());
            case CaseHeader.DueItem due -> add(null, DUE + due.kind().name(), due.due());
            case RevealedChange change -> {
                add(null, change.attribute(), change.before());
                add(null, change.attribute(), change.after());
            }
            case Optional<?> maybe -> walk(field, maybe.orElse(null));
            case Map<?, ?> map -> map.values().forEach(each -> walk(field, each));
            case Collection<?> several -> several.forEach(each -> walk(field, each));
            default -> parts(value);
        }
    }

    /** Of two at one place, as of the former values of one attribute, one that shows something stands for both. */
    private void add(UUID row, String name, Revealed<?> revealed) {
        cells.merge(new Cell(row, name, revealed.getDataClass()), revealed, (one, other) -> tells(one) ? one : other);
    }

    private static boolean tells(Revealed<?> revealed) {
        return revealed.isShown() || revealed.isMasked();
    }

    private void parts(Object value) {
        if (seen.put(value, value) == null) {
            Parts.of(value).forEach(this::walk);
        }
    }
}

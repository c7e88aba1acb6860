package org.himaye.confidentiality;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sealed values that the running request met and that did not open. With the key-encryption key in place this is one value that
 * somebody changed, moved or took the key of: an event for each row, and a line for the operator, with ids only.
 */
@RequestScoped
public class Unopened {

    private static final Logger LOG = System.getLogger(Unopened.class.getName());

    @Inject
    private SealingKeys keys;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ActRecord record;

    @Inject
    private AccessRecorder recorder;

    @Inject
    private LeftEvents left;

    private boolean any;

    /** Whether the page shows less than there is. */
    public boolean isAny() {
        return any;
    }

    /**
     * @param values those of each row
     * @throws LogUnavailable when they cannot be reported; the caller must show nothing
     */
    void met(Map<Row, List<ClassifiedAttribute>> values) {
        any = any || !values.isEmpty();
        if (!values.isEmpty() && keys.usable()) {
            new LinkedHashMap<>(values).forEach(this::report);
        }
    }

    private void report(Row row, List<ClassifiedAttribute> attributes) {
        String table = attributes.getFirst().table();
        LOG.log(
                Level.WARNING,
                "A sealed value does not open where it stands: {0} {1}, {2}, owner {3} {4}",
                table,
                row.id(),
                attributes.stream().map(ClassifiedAttribute::name).collect(Collectors.joining(" ")),
                row.keyOwner().kind(),
                row.keyOwner().id());
        AccessEvent event = record.brokenSeal(currentCaller.get(), table, row.id(), attributes);
        left.add(event, recorder.commit(event));
    }
}

package org.himaye.web.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.himaye.confidentiality.AccessEvent;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.AccessRecorder;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.LeftEvents;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Refused;

/** Records addresses that were refused before any act could: unknown ones, those of other roles, those with a number that is none. */
@ApplicationScoped
public class RefusedAddress {

    @Inject
    private CurrentCaller caller;

    @Inject
    private AccessRecorder recorder;

    @Inject
    private LeftEvents left;

    /**
     * Committed before the answer.
     *
     * @throws org.himaye.confidentiality.LogUnavailable when it cannot be recorded: then the answer is not "nothing here" but 503
     */
    public void record(String path, Refused refused) {
        if (!caller.present()) {
            return;
        }
        Caller tried = caller.get();
        AccessEvent event = new AccessEvent(
                tried.sub(),
                tried.role().name(),
                tried.institution(),
                tried.session(),
                tried.client(),
                Page.at(path)
                        .map(Page::getPermission)
                        .map(Permission::realmName)
                        .orElse(AccessReason.UNKNOWN_ADDRESS.name()),
                AccessEvent.Action.VIEW,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                AccessEvent.Outcome.DENIED,
                refused.reason(),
                0);
        left.add(event, recorder.commit(event));
    }
}

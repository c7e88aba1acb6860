package org.himaye.web.breakglass;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.LocalTime;
import java.util.UUID;
import org.himaye.confidentiality.Given;
import org.himaye.confidentiality.Grant;
import org.himaye.shared.BusinessClock;

/** The banner over the pages of a case that is open in an emergency: until when, and the way to end it. */
@Named
@RequestScoped
public class RunningBreakGlass {

    /** @param seconds that are left */
    public record Strip(UUID id, LocalTime until, long seconds) {}

    @Inject
    private Given given;

    @Inject
    private BusinessClock clock;

    /** Null while the page is open by another right. */
    public Strip getStrip() {
        Grant grant = given.grant();
        return grant == null
                ? null
                : new Strip(
                        grant.id(),
                        LocalTime.ofInstant(grant.until(), BusinessClock.ZONE),
                        Duration.between(clock.instant(), grant.until()).toSeconds());
    }
}

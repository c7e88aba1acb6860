package org.himaye.organisation;

import java.util.UUID;

/** What somebody does on cases ends with the job and the place that it was given for (BR-071). Cases are another capability. */
public interface WorkOnCases {

    /** Ends every function but that of the responsible caseworker, whose name stays until the supervisor hands the case over. */
    void left(UUID sub);

    /** Ends every function: the person goes on elsewhere, and would go on reading. */
    void moved(UUID sub);
}

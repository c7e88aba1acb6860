package org.himaye.web.unusual;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.himaye.unusual.UnusualLine;
import org.himaye.unusual.UnusualRule;
import org.himaye.web.shared.Messages;

/** Why something is on the list, in a sentence; and the filter under which the log shows it. */
@Named
@RequestScoped
public class UnusualWords {

    private static final String WHY = "UnusualWhy.";

    @Inject
    private Messages messages;

    public String why(UnusualLine line) {
        Enum<?> of = line.cause() == null ? line.rule() : line.cause();
        return messages.with(WHY + of.name(), line.accesses(), line.usual() == null ? 0 : line.usual());
    }

    /** How the accesses ended, where the log is to show no others; else null. */
    public String outcome(UnusualLine line) {
        return line.rule() == UnusualRule.REPEATED_REFUSALS ? "DENIED" : null;
    }
}

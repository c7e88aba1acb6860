package org.himaye.web.accesslog;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.himaye.confidentiality.DataClass;

/**
 * Why an act was refused or failed, in words. A rule of the work is told by the sentence that the person read, unless the sentence
 * speaks of things that the log does not keep.
 */
final class ReasonWords {

    private static final String OWN = "AccessReason.";

    private ReasonWords() {}

    /**
     * The words for a reason; empty when there are none.
     *
     * @param messages the labels of one language
     */
    static Optional<String> of(String reason, Map<String, String> messages) {
        if (messages.containsKey(OWN + reason)) {
            return Optional.of(messages.get(OWN + reason));
        }
        if (messages.containsKey(reason) && !messages.get(reason).contains("{")) {
            return Optional.of("“" + messages.get(reason) + "”");
        }
        return Arrays.stream(DataClass.values())
                .filter(each -> reason.endsWith("_" + each.tag()))
                .map(each ->
                        ofClass(reason.substring(0, reason.length() - each.tag().length() - 1), each, messages))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> ofClass(String reason, DataClass dataClass, Map<String, String> messages) {
        return Optional.ofNullable(messages.containsKey(OWN + reason) ? messages.get(OWN + reason) : null)
                .map(words -> words + ": " + messages.get("DataClass." + dataClass.name()));
    }
}

package org.himaye.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;

/**
 * Looks for viruses where the installation has a scanner, as the system property {@code himaye.clamd} says. Where it has one, nothing is
 * kept that was not looked at; where it has none, that is said beside each document.
 */
@ApplicationScoped
public class VirusScanner {

    /** What {@code GET /health/ready} says of it. */
    public String state() {
        return scanner().map(each -> String.valueOf(each.answers())).orElse("off");
    }

    boolean isConfigured() {
        return scanner().isPresent();
    }

    /** @throws DocumentRefused when something was found, or the scanner cannot say */
    VirusState look(byte[] content) {
        Optional<Clamd> scanner = scanner();
        if (scanner.isEmpty()) {
            return VirusState.NOT_CHECKED;
        }
        try {
            if (scanner.get().look(content) == Clamd.Verdict.INFECTED) {
                throw new DocumentRefused(DocumentProblem.INFECTED);
            }
            return VirusState.CLEAN;
        } catch (IOException away) {
            throw new DocumentRefused(DocumentProblem.SCANNER_AWAY);
        }
    }

    private static Optional<Clamd> scanner() {
        return Optional.ofNullable(System.getProperty("himaye.clamd"))
                .filter(address -> !address.isBlank())
                .map(Clamd::new);
    }
}

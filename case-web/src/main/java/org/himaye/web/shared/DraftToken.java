package org.himaye.web.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.PageSeal;
import org.himaye.draft.DraftPlace;
import org.himaye.draft.Typed;

/**
 * What a form carries to say whose draft its text is: person, page, record and what the policy gave when it was opened. Sealed, so that
 * nobody makes one; bound to the person and not to the session, so that an open page keeps its text again after a new sign-in.
 */
record DraftToken(UUID sub, DraftPlace place, Typed typed, Instant made) {

    private static final String USE = "draft";
    private static final Duration AGE = Duration.ofDays(7);

    String seal(PageSeal seal) {
        String classes = typed.classes().stream().map(DataClass::name).collect(Collectors.joining(","));
        return seal.seal(
                USE,
                String.join(
                        "|",
                        sub.toString(),
                        place.page(),
                        place.record(),
                        place.form(),
                        typed.opening().toString(),
                        typed.caseId() == null ? "" : typed.caseId().toString(),
                        classes,
                        Long.toString(made.getEpochSecond())));
    }

    /** @return empty for what is no token of ours, or too old */
    static Optional<DraftToken> open(PageSeal seal, String sealed, Instant now) {
        return sealed == null
                ? Optional.empty()
                : seal.open(USE, sealed)
                        .map(text -> read(text.split("\\|", -1)))
                        .filter(token -> token.made().plus(AGE).isAfter(now));
    }

    private static DraftToken read(String[] parts) {
        Set<DataClass> classes = Arrays.stream(parts[6].split(","))
                .filter(name -> !name.isEmpty())
                .map(DataClass::valueOf)
                .collect(Collectors.toSet());
        return new DraftToken(
                UUID.fromString(parts[0]),
                new DraftPlace(parts[1], parts[2], parts[3]),
                new Typed(UUID.fromString(parts[4]), parts[5].isEmpty() ? null : UUID.fromString(parts[5]), classes),
                Instant.ofEpochSecond(Long.parseLong(parts[7])));
    }

    /** The page with its record, to open it again. */
    String address() {
        return place.page() + (place.record().isEmpty() ? "" : "?" + place.record());
    }
}

package org.himaye.search;

import static org.himaye.confidentiality.DataClass.IDENTITY;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;

/**
 * What the index of names knows of a person, whose id it has: the names as they were written and the year of birth, sealed under one
 * key, so that a start opens all of them with it. As written, so that better rules of spelling need no new entries.
 */
@Entity
@Table(name = "search_entry")
public class SearchEntry extends Row {

    /** Name of the attribute, for the gate. */
    static final String NAMES = "names";

    private static final String UNKNOWN = "-";

    @Column(name = "names")
    @Convert(converter = SealedConverter.class)
    @Confidential(IDENTITY)
    private Sealed<String> names;

    protected SearchEntry() {}

    SearchEntry(UUID person, UUID by, Instant at) {
        super(person, by, at);
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.search();
    }

    static String text(Findable.Names names, LocalDate birth) {
        return Stream.of(
                        birth == null ? UNKNOWN : String.valueOf(birth.getYear()),
                        names.given(),
                        names.family(),
                        names.patronymic(),
                        names.aliases())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    /** The name that a text of {@link #text} tells; without words when no name is known. */
    static PersonName name(String text) {
        String[] yearAndNames = text.split("\n", 2);
        Integer year = yearAndNames[0].equals(UNKNOWN) ? null : Integer.valueOf(yearAndNames[0]);
        return PersonName.of(yearAndNames.length == 1 ? "" : yearAndNames[1], year);
    }
}

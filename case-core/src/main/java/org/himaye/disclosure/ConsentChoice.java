package org.himaye.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.DataClass;
import org.himaye.shared.Choosable;

/** A consent on which a disclosure can rest. */
public record ConsentChoice(UUID id, LocalDate validTo, List<DataClass> classes) implements Choosable {

    @Override
    public Object label() {
        return List.of(validTo, classes);
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

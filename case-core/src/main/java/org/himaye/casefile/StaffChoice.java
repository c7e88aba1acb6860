package org.himaye.casefile;

import java.util.UUID;
import org.himaye.shared.Choosable;

/** A colleague to choose. */
public record StaffChoice(UUID sub, String name) implements Choosable {

    @Override
    public Object label() {
        return name;
    }

    @Override
    public String toString() {
        return sub.toString();
    }
}

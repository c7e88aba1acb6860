package org.himaye.organisation;

import java.util.Set;
import java.util.UUID;
import org.himaye.confidentiality.Role;
import org.himaye.shared.Choosable;
import org.himaye.shared.Translated;

/**
 * An institution in which people can work.
 *
 * @param jobs that it has
 */
public record Workplace(UUID id, Translated name, Set<Role> jobs) implements Choosable {

    @Override
    public Object label() {
        return name;
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

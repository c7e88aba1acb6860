package org.himaye.referral;

import java.util.UUID;
import org.himaye.shared.Choosable;
import org.himaye.shared.Translated;

/**
 * An institution by its public name and duty phone.
 *
 * @param phone may be null
 */
public record InstitutionChoice(UUID id, Translated name, String phone) implements Choosable {

    @Override
    public Object label() {
        return name;
    }

    @Override
    public String toString() {
        return id.toString();
    }
}

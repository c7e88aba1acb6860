package org.himaye.organisation;

import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.Role;
import org.himaye.shared.Translated;

/**
 * An institution and who works there.
 *
 * @param phone public duty phone, or null
 * @param people by name
 */
public record InstitutionView(
        UUID id, InstitutionKind kind, Translated name, String phone, boolean active, List<Colleague> people) {

    /** @param onDuty may acknowledge what reaches the institution just now */
    public record Colleague(UUID sub, String name, Role role, boolean onDuty, boolean active) {}
}

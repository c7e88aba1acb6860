package org.himaye.organisation;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.himaye.confidentiality.Role;
import org.himaye.shared.Translated;
import org.himaye.shared.Tuples;

@Dependent
class InstitutionRepository {

    private static final String ALL = """
            select i.id, i.kind, i.name_az, i.name_en, i.name_ru, i.phone, i.active,
                   s.sub, s.display_name, s.role, s.on_duty, s.active as works
              from himaye.institution i left join himaye.staff s on s.institution = i.id
             order by i.kind, i.name_az, i.id, s.display_name, s.sub
            """;

    @PersistenceContext
    private EntityManager entityManager;

    List<InstitutionView> all() {
        Map<UUID, InstitutionView> found = new LinkedHashMap<>();
        for (Tuple t : Tuples.of(entityManager.createNativeQuery(ALL, Tuple.class))) {
            InstitutionView institution =
                    found.computeIfAbsent(t.get("id", UUID.class), id -> institution(id, t, new ArrayList<>()));
            if (t.get("sub") != null) {
                institution.people().add(colleague(t));
            }
        }
        return List.copyOf(found.values());
    }

    private static InstitutionView institution(UUID id, Tuple t, List<InstitutionView.Colleague> people) {
        return new InstitutionView(
                id,
                InstitutionKind.valueOf(t.get("kind", String.class)),
                new Translated(
                        t.get("name_az", String.class), t.get("name_en", String.class), t.get("name_ru", String.class)),
                t.get("phone", String.class),
                t.get("active", Boolean.class),
                people);
    }

    private static InstitutionView.Colleague colleague(Tuple t) {
        return new InstitutionView.Colleague(
                t.get("sub", UUID.class),
                t.get("display_name", String.class),
                Role.valueOf(t.get("role", String.class)),
                t.get("on_duty", Boolean.class),
                t.get("works", Boolean.class));
    }
}

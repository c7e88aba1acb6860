package org.himaye.web.organisation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.himaye.organisation.InstitutionService;
import org.himaye.organisation.InstitutionView;

/** Who takes part and who works where. */
@Named
@RequestScoped
public class Institutions {

    @Inject
    private InstitutionService service;

    private List<InstitutionView> all = List.of();

    public void load() {
        all = service.list();
    }

    public List<InstitutionView> getAll() {
        return all;
    }

    public int getPeople() {
        return all.stream().mapToInt(each -> each.people().size()).sum();
    }
}

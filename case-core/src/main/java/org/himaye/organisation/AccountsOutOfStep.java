package org.himaye.organisation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Role;

/**
 * Tells which accounts the identity provider has to be told about. No act and no event: it shows nothing to anybody, and telling is
 * one.
 */
@ApplicationScoped
public class AccountsOutOfStep {

    private static final String WANTED = "select sub, role, active, enrols, version from himaye.staff where ";

    /** @param version as {@link PeopleService#inStep} wants it back */
    public record Waiting(ProviderAccounts.Wanted wanted, int version) {}

    @Resource(lookup = "jdbc/himaye")
    private DataSource database;

    @Inject
    private CurrentCaller currentCaller;

    /** All that wait, the longest first; the running job becomes the caller that may tell. */
    public List<Waiting> all() {
        List<Waiting> all = find("provider_due is not null order by provider_due limit 100", null);
        if (!all.isEmpty()) {
            currentCaller.enter(Caller.machine("people", Permission.SESSION_KEEP));
        }
        return all;
    }

    /** One account, if it waits. */
    public Optional<Waiting> of(UUID sub) {
        return find("provider_due is not null and sub = ?", sub).stream().findFirst();
    }

    /** Somebody who signs in without the job, because a second factor had to come first. */
    public Optional<Waiting> enrolling(UUID sub) {
        return find("enrols and active and sub = ?", sub).stream().findFirst();
    }

    private List<Waiting> find(String which, UUID sub) {
        List<Waiting> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(WANTED + which)) {
            if (sub != null) {
                find.setObject(1, sub);
            }
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    found.add(new Waiting(
                            new ProviderAccounts.Wanted(
                                    row.getObject("sub", UUID.class),
                                    Role.valueOf(row.getString("role")),
                                    row.getBoolean("active"),
                                    row.getBoolean("enrols")),
                            row.getInt("version")));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new SessionsUnavailable(e);
        }
    }
}

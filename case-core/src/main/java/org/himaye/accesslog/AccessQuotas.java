package org.himaye.accesslog;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.himaye.confidentiality.LogUnavailable;
import org.himaye.confidentiality.Quotas;

/** Counts in the log by the one question that the application's role may ask of it. Nothing is locked: of two at once both may pass. */
@ApplicationScoped
public class AccessQuotas implements Quotas {

    private static final String GOES_ON = "select himaye.quota_goes_on(?, ?, ?)";

    @Resource(lookup = "jdbc/himaye-log")
    private DataSource log;

    @Override
    public Optional<Instant> goesOn(UUID person, Kind kind, UUID caseId) {
        try (Connection connection = log.getConnection();
                PreparedStatement ask = connection.prepareStatement(GOES_ON)) {
            ask.setObject(1, person);
            ask.setString(2, kind.name());
            ask.setObject(3, caseId);
            try (ResultSet row = ask.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
            }
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }
}

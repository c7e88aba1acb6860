package org.himaye.accesslog;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.LogUnavailable;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Role;
import org.himaye.shared.Translated;

/**
 * Who saw one case, for the person herself: by month, job and organisation, without a name of anybody (domain.md 4.8). Within the act of the
 * capability that tells her. One look-up of what touched the case, its referral included; what was refused showed nothing and is left out, and so is all work on a
 * disclosure that she was not told of.
 */
@Dependent
public class PersonAccesses {

    /** Lines of one answer. */
    public static final int MOST = 500;

    private static final String LINES =
            """
            %2$s
            select date_trunc('month', e.at at time zone 'Asia/Baku')::date as month, e.role, i.name_az, i.name_en, i.name_ru, e.purpose,
                   count(distinct e.id) filter (where not %1$s) as opened, count(distinct e.id) filter (where %1$s) as listed,
                   array_agg(distinct k.tag) filter (where k.tag is not null) as classes
              from %3$s
              left join himaye.institution i on i.id = e.institution_id
              left join lateral unnest(e.classes) as k (tag) on true
             where e.outcome in ('ALLOWED', 'MASKED') and e.role is not null and e.role <> 'SYSTEM'
               and (e.act not like 'disclosure.%%' and e.entity is distinct from 'disclosure' or e.entity = 'disclosure' and e.entity_id = any (?))
             group by 1, 2, 3, 4, 5, 6 order by 1 desc, 3 nulls last, 2, 6 nulls first limit ?
            """.formatted(AccessLogRepository.LISTED, AccessLogFilter.STORY_OF, AccessLogFilter.OF_STORY);

    @Resource(lookup = "jdbc/himaye-log-reader")
    private DataSource reader;

    /**
     * What one job of one house did in one month for one purpose.
     *
     * @param institution null where it is not known
     * @param purpose null for the ordinary work on a case
     * @param opened in how many accesses something of the case was opened or changed
     * @param listed in how many it was a line of a list
     */
    public record Line(
            YearMonth month,
            Role role,
            Translated institution,
            Purpose purpose,
            int opened,
            int listed,
            List<DataClass> classes) {}

    /**
     * The latest month first; one more than {@link #MOST} when there are more.
     *
     * @param told the disclosures that left the house and that she knows of
     */
    public List<Line> of(UUID caseId, Collection<UUID> told) {
        try (PatientReader patient = PatientReader.of(reader);
                PreparedStatement select = patient.connection().prepareStatement(LINES)) {
            select.setObject(1, caseId);
            select.setArray(2, patient.connection().createArrayOf("uuid", told.toArray()));
            select.setInt(3, MOST + 1);
            List<Line> lines = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(line(row));
                }
            }
            return lines;
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        String az = row.getString("name_az");
        return new Line(
                YearMonth.from(row.getObject("month", LocalDate.class)),
                AccessLogRepository.code(Role.class, row.getString("role")),
                az == null ? null : new Translated(az, row.getString("name_en"), row.getString("name_ru")),
                AccessLogRepository.code(Purpose.class, row.getString("purpose")),
                row.getInt("opened"),
                row.getInt("listed"),
                classes(row.getArray("classes")));
    }

    private static List<DataClass> classes(Array tags) throws SQLException {
        if (tags == null) {
            return List.of();
        }
        Set<Object> known = Set.copyOf(Arrays.asList((Object[]) tags.getArray()));
        return Arrays.stream(DataClass.values())
                .filter(each -> known.contains(each.tag()))
                .toList();
    }
}

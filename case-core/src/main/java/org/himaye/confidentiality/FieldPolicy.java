package org.himaye.confidentiality;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.himaye.confidentiality.PolicyFacts.Condition;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The one policy of field-level confidentiality, read from {@code field-policy.yaml}. A pure function of caller, facts, class and
 * purpose; unknown roles, relations, classes and cells deny.
 */
@ApplicationScoped
public class FieldPolicy {

    /** The column of whoever has emergency access, beside what the own column gives. */
    private static final String EMERGENCY = "EMG";

    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<DataClass, Map<String, String>> cells = new EnumMap<>(DataClass.class);
    private final List<Exemption> exemptions = new ArrayList<>();
    private final Map<Role, List<Purpose>> purposes = new EnumMap<>(Role.class);
    private final String hash;

    record Column(Set<Role> roles, Relation relation) {
        boolean fits(Caller caller, PolicyFacts facts) {
            return roles.contains(caller.role())
                    && (relation == Relation.ANY || facts.relations().contains(relation));
        }
    }

    private record Exemption(
            List<String> columns, String attribute, Condition when, String read, Boolean write, String reason) {
        boolean fits(String column, String name, PolicyFacts facts) {
            return columns.contains(column)
                    && (attribute.equals(name)
                            || (attribute.endsWith(".*")
                                    && name.startsWith(attribute.substring(0, attribute.length() - 1))))
                    && (when == null || facts.conditions().contains(when));
        }

        @Override
        public String toString() {
            return columns + " " + attribute + (when == null ? "" : " while " + when)
                    + (read == null ? "" : ", read " + read)
                    + (write == null ? "" : write ? ", writes" : ", never writes")
                    + ": " + reason;
        }
    }

    public FieldPolicy() {
        try (InputStream file = FieldPolicy.class.getResourceAsStream("field-policy.yaml")) {
            byte[] text = file.readAllBytes();
            hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
            read((Map<?, ?>) new Load(LoadSettings.builder().build())
                    .loadFromString(new String(text, java.nio.charset.StandardCharsets.UTF_8)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("field-policy.yaml cannot be read", e);
        }
    }

    private void read(Map<?, ?> file) {
        map(file, "columns").forEach((name, column) -> {
            Map<?, ?> parts = (Map<?, ?>) column;
            Set<Role> roles = new HashSet<>();
            ((List<?>) parts.get("roles")).forEach(role -> roles.add(Role.valueOf((String) role)));
            columns.put((String) name, new Column(roles, Relation.valueOf((String) parts.get("relation"))));
        });
        map(file, "classes").forEach((name, row) -> {
            Map<String, String> byColumn = new LinkedHashMap<>();
            ((Map<?, ?>) row).forEach((column, cell) -> byColumn.put((String) column, (String) cell));
            cells.put(DataClass.valueOf((String) name), byColumn);
        });
        ((List<?>) file.get("exceptions")).forEach(entry -> exemptions.add(exemption((Map<?, ?>) entry)));
        map(file, "purposes")
                .forEach((role, list) -> purposes.put(
                        Role.valueOf((String) role),
                        ((List<?>) list)
                                .stream().map(p -> Purpose.valueOf((String) p)).toList()));
    }

    private static Map<?, ?> map(Map<?, ?> file, String key) {
        return (Map<?, ?>) file.get(key);
    }

    private static Exemption exemption(Map<?, ?> entry) {
        if (entry.get("reason") == null) {
            throw new IllegalStateException("an exception of the policy needs a reason: " + entry);
        }
        List<String> names = ((List<?>) entry.get("columns"))
                .stream().map(String.class::cast).toList();
        Object when = entry.get("when");
        return new Exemption(
                names,
                (String) entry.get("attribute"),
                when == null ? null : Condition.valueOf((String) when),
                (String) entry.get("read"),
                (Boolean) entry.get("write"),
                (String) entry.get("reason"));
    }

    /** SHA-256 of the policy in force, in hex. */
    public String hash() {
        return hash;
    }

    /** What the role may choose, in the order to show; empty for a role that never chooses. */
    public List<Purpose> purposes(Role role) {
        return purposes.getOrDefault(role, List.of());
    }

    /** The names of the columns in the order of the file. */
    public Set<String> columns() {
        return columns.keySet();
    }

    /** The cell as written in the file, or {@code H}. */
    public String cell(DataClass dataClass, String column) {
        return cells.getOrDefault(dataClass, Map.of()).getOrDefault(column, "H");
    }

    /** The departures from the table with their reasons, one sentence each, for docs/permissions.md. */
    List<String> exceptionsInWords() {
        return exemptions.stream().map(Exemption::toString).toList();
    }

    private String columnOf(Caller caller, PolicyFacts facts) {
        return columns.entrySet().stream()
                .filter(e -> e.getValue().fits(caller, facts))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /**
     * @param attribute {@code table.attribute}, for the exceptions
     * @param purpose what the reader chose, or null
     */
    public Decision read(Caller caller, PolicyFacts facts, DataClass dataClass, String attribute, Purpose purpose) {
        if (caller.is(Role.SYSTEM)) {
            return Decision.HIDDEN;
        }
        String column = columnOf(caller, facts);
        if (column == null) {
            return Decision.HIDDEN;
        }
        if (openInEmergency(caller, facts, dataClass, attribute)) {
            return Decision.FULL;
        }
        String cell = cell(column, dataClass, attribute, facts);
        boolean purposeGiven = purpose != null && purposes(caller.role()).contains(purpose);
        return switch (cell) {
            case "F" -> Decision.FULL;
            case "O" -> facts.relations().contains(Relation.OWN_REFERRAL) ? Decision.FULL : Decision.HIDDEN;
            case "M" -> Decision.MASKED;
            case "P" -> purposeGiven ? Decision.FULL : Decision.NEEDS_PURPOSE;
            case "M,P" -> purposeGiven ? Decision.FULL : Decision.MASKED_UNTIL_PURPOSE;
            case "B" -> Decision.NEEDS_BREAK_GLASS;
            default -> Decision.HIDDEN;
        };
    }

    private boolean openInEmergency(Caller caller, PolicyFacts facts, DataClass dataClass, String attribute) {
        return facts.grant() != null
                && facts.grant().classes().contains(dataClass)
                && facts.relations().contains(Relation.GRANT)
                && columns.get(EMERGENCY).roles().contains(caller.role())
                && "B".equals(cell(EMERGENCY, dataClass, attribute, facts));
    }

    /** What the role may ask for in an emergency, in the order of the classes; empty for a role that may not. */
    public Set<DataClass> emergency(Role role) {
        Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
        if (columns.get(EMERGENCY).roles().contains(role)) {
            for (DataClass dataClass : DataClass.values()) {
                if (Set.of("B", "E").contains(cell(dataClass, EMERGENCY))) {
                    classes.add(dataClass);
                }
            }
        }
        return classes;
    }

    private String cell(String column, DataClass dataClass, String attribute, PolicyFacts facts) {
        return exemptions.stream()
                .filter(e -> e.read() != null && e.fits(column, attribute, facts))
                .map(Exemption::read)
                .findFirst()
                .orElseGet(() -> cell(dataClass, column));
    }

    /** The write part of the cell: F writes, O writes until sent, nothing else, in an emergency nothing, and the exceptions with their reasons. */
    public boolean mayWrite(Caller caller, PolicyFacts facts, DataClass dataClass, String attribute) {
        if (caller.is(Role.SYSTEM)) {
            return false;
        }
        String column = columnOf(caller, facts);
        if (column == null) {
            return false;
        }
        for (Exemption exemption : exemptions) {
            if (exemption.write() != null && exemption.fits(column, attribute, facts)) {
                return exemption.write();
            }
        }
        String cell = cell(dataClass, column);
        return !column.equals(EMERGENCY)
                && (cell.equals("F") || (cell.equals("O") && facts.conditions().contains(Condition.UNSENT)));
    }
}

package org.himaye.confidentiality;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.himaye.confidentiality.PolicyFacts.Condition;

/**
 * The one policy of field-level confidentiality, read from {@code field-policy.yaml}. A pure function of caller, facts, class and
 * purpose; unknown roles, relations, classes and cells deny.
 */
@ApplicationScoped
public class FieldPolicy {

    private static final int MARK = 16;

    /** The column of whoever has emergency access, beside what the own column gives. */
    private static final String EMERGENCY = "EMG";

    /** What a cell says beside its letter: {@code P if CONSENT_LEGAL_AID}. */
    private static final String IF = " if ";

    /** What makes something the caller's own, as the letter O means it. */
    private static final Set<Relation> OWN = EnumSet.of(Relation.OWN_REFERRAL, Relation.OWN_ACCESS);

    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<DataClass, Map<String, String>> cells = new EnumMap<>(DataClass.class);
    private final List<Exemption> exemptions = new ArrayList<>();
    private final Map<Role, List<Purpose>> purposes = new EnumMap<>(Role.class);
    private final Map<String, Map<ReleaseGround, Set<String>>> released = new LinkedHashMap<>();
    private final Set<DataClass> givenClasses = EnumSet.noneOf(DataClass.class);
    private final Set<String> neverGiven = new LinkedHashSet<>();
    private final String hash;
    private Children children;

    /** Who reads these classes of a child as the table says; everybody else whom it lets read does so for this purpose alone. */
    private record Children(Set<DataClass> classes, Set<String> team, Purpose purpose) {
        boolean protects(String column, DataClass dataClass, PolicyFacts facts) {
            return !facts.conditions().contains(Condition.ADULT)
                    && classes.contains(dataClass)
                    && !team.contains(column);
        }
    }

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
        this(file());
    }

    /**
     * @param text a policy
     * @throws IllegalStateException when it is not whole, or says what is not understood
     */
    FieldPolicy(byte[] text) {
        try {
            hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
            read(PolicyFile.checked(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The policy as it is delivered. */
    static byte[] file() {
        return bytes(FieldPolicy.class.getResourceAsStream("field-policy.yaml"));
    }

    /**
     * @param delivered closed afterwards; null when there is none
     * @throws IllegalStateException when it cannot be read
     */
    static byte[] bytes(InputStream delivered) {
        if (delivered == null) {
            throw new IllegalStateException("there is no field-policy.yaml");
        }
        try (InputStream file = delivered) {
            return file.readAllBytes();
        } catch (IOException e) {
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
        children = children(map(file, "children"));
        ((List<?>) file.get("exceptions")).forEach(entry -> exemptions.add(exemption((Map<?, ?>) entry)));
        Set<String> danger = attributes(file.get("danger"));
        map(file, "receivers")
                .forEach((receiver, entry) -> released.put((String) receiver, receiver((Map<?, ?>) entry, danger)));
        ((List<?>) map(file, "person").get("classes"))
                .forEach(name -> givenClasses.add(DataClass.valueOf((String) name)));
        ((List<?>) map(file, "person").get("never")).forEach(entry -> withheld((Map<?, ?>) entry));
        map(file, "purposes")
                .forEach((role, list) -> purposes.put(
                        Role.valueOf((String) role),
                        ((List<?>) list)
                                .stream().map(p -> Purpose.valueOf((String) p)).toList()));
    }

    private static Map<?, ?> map(Map<?, ?> file, String key) {
        return (Map<?, ?>) file.get(key);
    }

    private static Children children(Map<?, ?> part) {
        Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
        ((List<?>) part.get("classes")).forEach(name -> classes.add(DataClass.valueOf((String) name)));
        Set<String> team = new HashSet<>();
        ((List<?>) part.get("team")).forEach(column -> team.add((String) column));
        return new Children(classes, team, Purpose.valueOf((String) part.get("purpose")));
    }

    private static Map<ReleaseGround, Set<String>> receiver(Map<?, ?> entry, Set<String> danger) {
        if (entry.get("source") == null) {
            throw new IllegalStateException("what a receiver may get needs a source: " + entry);
        }
        Set<String> most = attributes(entry.get("attributes"));
        Set<String> ordered = attributes(entry.get("without"));
        if (!most.containsAll(ordered)) {
            throw new IllegalStateException("without consent a receiver gets no more than with it: " + entry);
        }
        Set<String> least = new LinkedHashSet<>(most);
        least.retainAll(danger);
        return Map.of(ReleaseGround.AGREED, most, ReleaseGround.DANGER, least, ReleaseGround.ORDERED, ordered);
    }

    private static Set<String> attributes(Object list) {
        Set<String> attributes = new LinkedHashSet<>();
        ((List<?>) list).forEach(attribute -> attributes.add((String) attribute));
        return attributes;
    }

    private void withheld(Map<?, ?> entry) {
        if (entry.get("reason") == null) {
            throw new IllegalStateException("what the person never gets needs a reason: " + entry);
        }
        ((List<?>) entry.get("attributes")).forEach(attribute -> neverGiven.add((String) attribute));
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

    /** The first 16 digits of {@link #hash}: which policy it is among the few that an installation ever had. */
    public String mark() {
        return hash.substring(0, MARK);
    }

    /** What the role may choose, in the order to show; empty for a role that never chooses. */
    public List<Purpose> purposes(Role role) {
        return purposes.getOrDefault(role, List.of());
    }

    /**
     * The attributes, as {@code table.attribute}, that may leave the house on this ground for a receiver of this kind at most; none for a kind
     * that the file does not name.
     */
    public Set<String> released(String receiver, ReleaseGround ground) {
        return Collections.unmodifiableSet(
                released.getOrDefault(receiver, Map.of()).getOrDefault(ground, Set.of()));
    }

    /**
     * Whether the person herself may have it (domain.md 4.8).
     *
     * @param attribute {@code table.attribute}
     */
    public boolean given(DataClass dataClass, String attribute) {
        return givenClasses.contains(dataClass)
                && !neverGiven.contains(attribute)
                && !neverGiven.contains(attribute.substring(0, attribute.indexOf('.')) + ".*");
    }

    /** The kinds of receivers that the file names. */
    Set<String> receivers() {
        return released.keySet();
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

    /** The machine reads and writes nothing, and what nobody can name is nobody's. */
    private static boolean unknown(Caller caller, PolicyFacts facts, DataClass dataClass, String attribute) {
        return caller == null || facts == null || dataClass == null || attribute == null || caller.is(Role.SYSTEM);
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
     * @return hidden also where the question itself lacks something
     */
    public Decision read(Caller caller, PolicyFacts facts, DataClass dataClass, String attribute, Purpose purpose) {
        if (unknown(caller, facts, dataClass, attribute)) {
            return Decision.HIDDEN;
        }
        String column = columnOf(caller, facts);
        if (column == null) {
            return Decision.HIDDEN;
        }
        if (openInEmergency(caller, facts, dataClass, attribute)) {
            return Decision.FULL;
        }
        String named = named(column, attribute, facts);
        String cell = named != null ? named : held(cell(dataClass, column), facts);
        if (named == null
                && children.protects(column, dataClass, facts)
                && Set.of("F", "P", "M,P").contains(cell)) {
            return purpose == children.purpose() && purposes(caller.role()).contains(purpose)
                    ? Decision.FULL
                    : Decision.MASKED_UNTIL_PURPOSE;
        }
        boolean purposeGiven = purpose != null && purposes(caller.role()).contains(purpose);
        return switch (cell) {
            case "F" -> Decision.FULL;
            case "O" -> Collections.disjoint(facts.relations(), OWN) ? Decision.HIDDEN : Decision.FULL;
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
                && "B".equals(emergencyCell(dataClass, attribute, facts));
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

    private String emergencyCell(DataClass dataClass, String attribute, PolicyFacts facts) {
        String named = named(EMERGENCY, attribute, facts);
        return named == null ? cell(dataClass, EMERGENCY) : named;
    }

    /** The cell that an exception names for the attribute, or null. */
    private String named(String column, String attribute, PolicyFacts facts) {
        return exemptions.stream()
                .filter(e -> e.read() != null && e.fits(column, attribute, facts))
                .map(Exemption::read)
                .findFirst()
                .orElse(null);
    }

    /** The letter of a cell, hidden where its condition does not hold. */
    private static String held(String cell, PolicyFacts facts) {
        int condition = cell.indexOf(IF);
        if (condition < 0) {
            return cell;
        }
        return facts.conditions().contains(Condition.valueOf(cell.substring(condition + IF.length())))
                ? cell.substring(0, condition)
                : "H";
    }

    /** The write part of the cell: F writes, O writes until sent, nothing else, in an emergency nothing, and the exceptions with their reasons. */
    public boolean mayWrite(Caller caller, PolicyFacts facts, DataClass dataClass, String attribute) {
        if (unknown(caller, facts, dataClass, attribute)) {
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
        String cell = held(cell(dataClass, column), facts);
        return !column.equals(EMERGENCY)
                && (cell.equals("F") || (cell.equals("O") && facts.conditions().contains(Condition.UNSENT)));
    }
}

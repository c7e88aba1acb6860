package org.himaye.confidentiality;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.himaye.confidentiality.PolicyFacts.Condition;

/**
 * What the policy must say, from {@code expected-matrix.txt} and by rules written a second time from domain.md 3.2, 2.11 and 4.7, as
 * plainly as they can be.
 */
final class ExpectedMatrix {

    /** Column, role and relation that leads to it; the first that fits counts. */
    private record Way(String column, Set<Role> roles, Relation relation) {}

    private static final List<Way> WAYS = List.of(
            new Way("CWA", Set.of(Role.CASEWORKER), Relation.ASSIGNED),
            new Way("CWO", Set.of(Role.CASEWORKER), Relation.SAME_INSTITUTION),
            new Way("SUP", Set.of(Role.SUPERVISOR), Relation.SAME_INSTITUTION),
            new Way("PR", Set.of(Role.POLICE_REFERRER), Relation.OWN_REFERRAL),
            new Way("IO", Set.of(Role.IDENTIFICATION_OFFICER), Relation.SENT_TO),
            new Way("PS", Set.of(Role.PSYCHOLOGIST), Relation.ASSIGNED),
            new Way("MD", Set.of(Role.MEDIC), Relation.ASSIGNED),
            new Way("LW", Set.of(Role.LAWYER), Relation.ASSIGNED),
            new Way("FI", Set.of(Role.FINANCE_REVIEWER, Role.FINANCE_APPROVER, Role.FINANCE_PAYER), Relation.OWN_QUEUE),
            new Way("AUD", Set.of(Role.AUDITOR), Relation.ANY),
            new Way("ADM", Set.of(Role.ADMINISTRATOR), Relation.ANY),
            new Way("NC", Set.of(Role.NATIONAL_COORDINATOR), Relation.ANY),
            new Way("PO", Set.of(Role.PRIVACY_OFFICER), Relation.ANY),
            new Way("PAR", Set.of(Role.PARTNER_REFERRER), Relation.OWN_REFERRAL),
            new Way(
                    "OWN",
                    Set.of(
                            Role.CASEWORKER,
                            Role.SUPERVISOR,
                            Role.IDENTIFICATION_OFFICER,
                            Role.PSYCHOLOGIST,
                            Role.MEDIC,
                            Role.LAWYER,
                            Role.FINANCE_REVIEWER,
                            Role.FINANCE_APPROVER,
                            Role.FINANCE_PAYER),
                    Relation.OWN_ACCESS),
            new Way("EMG", Set.of(Role.CASEWORKER, Role.SUPERVISOR, Role.PSYCHOLOGIST, Role.MEDIC), Relation.GRANT));

    private static final Set<String> TEAM = Set.of("CWA", "PS", "MD", "LW");
    private static final Set<DataClass> OF_A_CHILD = Set.of(DataClass.HEALTH, DataClass.NARRATIVE);

    /** One departure by attribute. */
    private record Departure(Set<String> columns, String attribute, Condition when, String read, String write) {
        boolean fits(String column, String name, PolicyFacts facts) {
            boolean named = attribute.endsWith(".*")
                    ? name.startsWith(attribute.substring(0, attribute.length() - 1))
                    : name.equals(attribute);
            return named
                    && columns.contains(column)
                    && (when == null || facts.conditions().contains(when));
        }
    }

    private final Map<String, String> cells = new LinkedHashMap<>();
    private final Map<String, String> reasons = new HashMap<>();
    private final List<Departure> departures = new ArrayList<>();
    private final Map<Role, List<Purpose>> purposes = new EnumMap<>(Role.class);

    ExpectedMatrix() throws IOException {
        String text;
        try (var in = ExpectedMatrix.class.getResourceAsStream("expected-matrix.txt")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> columns = List.of();
        for (String line : text.lines()
                .filter(each -> !each.isBlank() && !each.startsWith("#"))
                .toList()) {
            String[] words = line.split(" +");
            switch (words[0]) {
                case "class" -> columns = Arrays.asList(words).subList(1, words.length);
                case "reason" -> reasons.put(words[1] + " " + words[2], line.substring(line.indexOf(words[2])));
                case "except" -> departures.add(departure(words));
                case "purposes" ->
                    purposes.put(
                            Role.valueOf(words[1]),
                            Arrays.stream(words[2].split(","))
                                    .map(Purpose::valueOf)
                                    .toList());
                default -> {
                    for (int i = 0; i < columns.size(); i++) {
                        cells.put(words[0] + " " + columns.get(i), words[i + 1]);
                    }
                }
            }
        }
    }

    private static Departure departure(String[] words) {
        return new Departure(
                Set.of(words[1].split(",")),
                words[2],
                words[3].equals("-") ? null : Condition.valueOf(words[3]),
                words[4],
                words[5]);
    }

    Map<String, String> cells() {
        return cells;
    }

    /** Those that the role may say, in the order shown. */
    List<Purpose> purposes(Role role) {
        return purposes.getOrDefault(role, List.of());
    }

    /** Attributes that depart, one for each departure. */
    List<String> departing() {
        return departures.stream()
                .map(each -> each.attribute().replace("*", "something"))
                .distinct()
                .toList();
    }

    String reason(DataClass dataClass, String column) {
        return reasons.getOrDefault(dataClass + " " + column, "domain.md 3.2");
    }

    String column(Role role, PolicyFacts facts) {
        return WAYS.stream()
                .filter(way -> way.roles().contains(role))
                .filter(way ->
                        way.relation() == Relation.ANY || facts.relations().contains(way.relation()))
                .map(Way::column)
                .findFirst()
                .orElse("");
    }

    Decision read(Role role, PolicyFacts facts, DataClass dataClass, String name, Purpose purpose) {
        boolean fitting = purpose != null && purposes(role).contains(purpose);
        String column = column(role, facts);
        if (column.isEmpty()) {
            return Decision.HIDDEN;
        }
        if (emergency(role, facts, dataClass, name)) {
            return Decision.FULL;
        }
        String exception = exception(column, name, facts);
        String cell = exception == null ? cells.get(dataClass + " " + column) : exception;
        if (cell.equals("C")) {
            cell = facts.conditions().contains(Condition.CONSENT_LEGAL_AID) ? "P" : "H";
        }
        if (cell.equals("A")) {
            cell = facts.conditions().contains(Condition.AUTHOR) ? "F" : "H";
        }
        if (cell.equals("R")) {
            cell = facts.conditions().contains(Condition.RECENT) ? "O" : "H";
        }
        boolean child = !facts.conditions().contains(Condition.ADULT);
        if (exception == null
                && child
                && OF_A_CHILD.contains(dataClass)
                && !TEAM.contains(column)
                && List.of("F", "P", "M,P").contains(cell)) {
            return fitting && purpose == Purpose.CHILD_PROTECTION ? Decision.FULL : Decision.MASKED_UNTIL_PURPOSE;
        }
        return switch (cell) {
            case "F" -> Decision.FULL;
            case "M" -> Decision.MASKED;
            case "P" -> fitting ? Decision.FULL : Decision.NEEDS_PURPOSE;
            case "M,P" -> fitting ? Decision.FULL : Decision.MASKED_UNTIL_PURPOSE;
            case "O" ->
                facts.relations().contains(Relation.OWN_REFERRAL)
                                || facts.relations().contains(Relation.OWN_ACCESS)
                        ? Decision.FULL
                        : Decision.HIDDEN;
            case "B" -> Decision.NEEDS_BREAK_GLASS;
            default -> Decision.HIDDEN;
        };
    }

    private boolean emergency(Role role, PolicyFacts facts, DataClass dataClass, String name) {
        boolean may = List.of(Role.CASEWORKER, Role.SUPERVISOR, Role.PSYCHOLOGIST, Role.MEDIC)
                .contains(role);
        if (!may || facts.grant() == null || !facts.relations().contains(Relation.GRANT)) {
            return false;
        }
        String exception = exception("EMG", name, facts);
        String cell = exception == null ? cells.get(dataClass + " EMG") : exception;
        return facts.grant().classes().contains(dataClass) && cell.equals("B");
    }

    private String exception(String column, String name, PolicyFacts facts) {
        return departures.stream()
                .filter(each -> !each.read().equals("-") && each.fits(column, name, facts))
                .map(Departure::read)
                .findFirst()
                .orElse(null);
    }

    boolean writes(Role role, PolicyFacts facts, DataClass dataClass, String name) {
        String column = column(role, facts);
        if (column.isEmpty()) {
            return false;
        }
        for (Departure each : departures) {
            if (!each.write().equals("-") && each.fits(column, name, facts)) {
                return each.write().equals("writes");
            }
        }
        String cell = cells.get(dataClass + " " + column);
        boolean unsent = facts.conditions().contains(Condition.UNSENT);
        return !column.equals("EMG")
                && (cell.equals("F")
                        || cell.equals("O") && unsent
                        || cell.equals("R") && unsent && facts.conditions().contains(Condition.RECENT)
                        || cell.equals("A") && facts.conditions().contains(Condition.AUTHOR));
    }
}

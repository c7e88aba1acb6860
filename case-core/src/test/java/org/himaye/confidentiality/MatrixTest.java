package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.himaye.confidentiality.PolicyFacts.Condition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every role, relation, class, purpose, condition and action against the matrix as it was written a second time. */
class MatrixTest {

    private static final UUID SOME = UUID.randomUUID();
    private static final Grant GRANT = new Grant(SOME, Set.of(DataClass.values()), Instant.EPOCH);

    /** Of so many attributes one is made to depart, to see that it is noticed. */
    private static final int SAMPLE = 5;

    private static final Set<DataClass> ALL = EnumSet.allOf(DataClass.class);

    /** An attribute that departs from no cell. */
    private static final String PLAIN = "plain.attribute";

    private static final Pattern CELL = Pattern.compile("([A-Z]{2,3}): (\"M,P\"|[A-Z] if \\w+|[A-Z])(?=[,}])");
    private static final Pattern EXCEPTION = Pattern.compile("(?m)^  - \\{columns.* attribute: \"?([\\w.*]+)\"?,.*\\R");

    private final ExpectedMatrix expected = new ExpectedMatrix();
    private final List<PolicyFacts> facts = new ArrayList<>();

    /** Those under one condition at most. */
    private final List<PolicyFacts> few;

    MatrixTest() throws IOException {
        for (Set<Relation> relations : relations()) {
            for (Set<Condition> conditions : conditions()) {
                facts.add(new PolicyFacts(
                        SOME, SOME, SOME, relations, conditions, relations.contains(Relation.GRANT) ? GRANT : null));
            }
        }
        few = facts.stream().filter(each -> each.conditions().size() <= 1).toList();
    }

    /** None, each alone, and emergency access beside each. */
    private static List<Set<Relation>> relations() {
        List<Set<Relation>> relations = new ArrayList<>(List.of(Set.of()));
        for (Relation relation : Relation.values()) {
            relations.add(EnumSet.of(relation));
            relations.add(EnumSet.of(relation, Relation.GRANT));
        }
        relations.add(EnumSet.of(Relation.ASSIGNED, Relation.SAME_INSTITUTION));
        return relations.stream().distinct().toList();
    }

    /** Every set of them. */
    private static List<Set<Condition>> conditions() {
        List<Set<Condition>> all = new ArrayList<>();
        Condition[] each = Condition.values();
        for (int bits = 0; bits < 1 << each.length; bits++) {
            Set<Condition> some = EnumSet.noneOf(Condition.class);
            for (Condition condition : each) {
                if ((bits & 1 << condition.ordinal()) != 0) {
                    some.add(condition);
                }
            }
            all.add(some);
        }
        return all;
    }

    @Test
    @Tag("ASVS-8.1.2")
    @Tag("ASVS-8.2.3")
    void everyCellIsAsTheDocumentSays() {
        FieldPolicy policy = new FieldPolicy();
        List<String> wrong = new ArrayList<>();
        int questions = 0;
        for (Role role : Role.values()) {
            questions += compare(policy, role, PLAIN, facts, ALL, some(role), wrong);
            questions += compare(policy, role, PLAIN, few, ALL, Arrays.asList(Purpose.values()), wrong);
            for (String name : expected.departing()) {
                questions += compare(policy, role, name, few, ALL, some(role), wrong);
            }
        }
        assertTrue(questions > 500_000, "questions: " + questions);
        assertEquals(List.of(), wrong);
        assertEquals(expected.cells().size(), policy.columns().size() * DataClass.values().length);
    }

    /** Each that there is, in its class: what departs and stands in no list of ours departs for nobody. */
    @Test
    void everyAttributeOfEveryTableIsAsTheDocumentSays() {
        FieldPolicy policy = new FieldPolicy();
        Map<String, DataClass> attributes = ClassesOfAttributes.all();
        List<String> wrong = new ArrayList<>();
        int questions = 0;
        for (Role role : Role.values()) {
            for (Map.Entry<String, DataClass> each : attributes.entrySet()) {
                questions += compare(policy, role, each.getKey(), few, Set.of(each.getValue()), some(role), wrong);
            }
        }
        assertTrue(attributes.size() > 300, "attributes: " + attributes.size());
        assertTrue(questions > 1_000_000, "questions: " + questions);
        assertEquals(List.of(), wrong);
    }

    @Test
    void purposesAreThoseOfTheDocument() {
        FieldPolicy policy = new FieldPolicy();
        for (Role role : Role.values()) {
            assertEquals(expected.purposes(role), policy.purposes(role), role.name());
        }
    }

    /** None, one that fits, and two that fit few. */
    private List<Purpose> some(Role role) {
        List<Purpose> purposes = new ArrayList<>();
        purposes.add(null);
        purposes.add(Purpose.CHILD_PROTECTION);
        purposes.add(Purpose.STATISTICS);
        expected.purposes(role).stream().limit(1).forEach(purposes::add);
        return purposes;
    }

    private int compare(
            FieldPolicy policy,
            Role role,
            String name,
            List<PolicyFacts> all,
            Set<DataClass> classes,
            List<Purpose> purposes,
            List<String> wrong) {
        Caller caller = new Caller(SOME, "somebody", role, SOME, Set.of(), "s", "test");
        int questions = 0;
        for (PolicyFacts facts : all) {
            for (DataClass dataClass : classes) {
                for (Purpose purpose : purposes) {
                    Decision is = policy.read(caller, facts, dataClass, name, purpose);
                    Decision should = expected.read(role, facts, dataClass, name, purpose);
                    if (is != should) {
                        wrong.add("read " + asked(role, facts, dataClass, name) + " " + purpose + " is " + is
                                + " and not " + should + ": "
                                + expected.reason(dataClass, expected.column(role, facts)));
                    }
                }
                if (policy.mayWrite(caller, facts, dataClass, name) != expected.writes(role, facts, dataClass, name)) {
                    wrong.add("write " + asked(role, facts, dataClass, name));
                }
                questions += purposes.size() + 1;
            }
        }
        return questions;
    }

    private static String asked(Role role, PolicyFacts facts, DataClass dataClass, String name) {
        return role + " " + facts.relations() + " " + facts.conditions() + " " + dataClass + " " + name;
    }

    /** One letter of one cell, one exception less, one more, or another purpose: the comparisons above would fail. */
    @Test
    void noCellAndNoExceptionCanChangeUnseen() {
        String file = new String(FieldPolicy.file(), StandardCharsets.UTF_8);
        List<String> unseen = new ArrayList<>();
        int changes = 0;
        for (Matcher cell = CELL.matcher(file); cell.find(); changes++) {
            String letter = cell.group(2).equals("F") ? "H" : "F";
            String changed = file.substring(0, cell.start(2)) + letter + file.substring(cell.end(2));
            DataClass dataClass = DataClass.valueOf(line(file, cell.start()));
            if (!noticed(changed, PLAIN, Set.of(dataClass))) {
                unseen.add(dataClass + " " + cell.group(1) + " " + letter);
            }
        }
        for (Matcher exception = EXCEPTION.matcher(file); exception.find(); changes++) {
            String changed = file.substring(0, exception.start()) + file.substring(exception.end());
            if (!noticed(changed, exception.group(1).replace("*", "something"), ALL)) {
                unseen.add(exception.group());
            }
        }
        int at = 0;
        for (Map.Entry<String, DataClass> each : ClassesOfAttributes.all().entrySet()) {
            boolean plain = expected.departing().stream().noneMatch(name -> covers(name, each.getKey()));
            // Finance reads and writes what is financial, and what is operational: there it would be no departure.
            if (plain
                    && at++ % SAMPLE == 0
                    && !Set.of(DataClass.FINANCIAL, DataClass.OPERATIONAL).contains(each.getValue())) {
                String more = "exceptions:\n  - {columns: [FI], attribute: " + each.getKey()
                        + ", read: F, write: true, reason: nobody said so}\n";
                if (!noticed(file.replaceFirst("(?m)^exceptions:\\R", more), each.getKey(), Set.of(each.getValue()))) {
                    unseen.add(each.getKey());
                }
                changes++;
            }
        }
        String listed = file.substring(file.indexOf("\npurposes:\n"));
        for (Matcher purpose = Pattern.compile("(?<=[\\[ ])[A-Z_]+(?=[,\\]])").matcher(listed);
                purpose.find();
                changes++) {
            String changed = file.replace(
                    listed, listed.substring(0, purpose.start()) + "REPATRIATION" + listed.substring(purpose.end()));
            if (!noticed(
                    changed, PLAIN, Set.of(DataClass.IDENTITY, DataClass.HEALTH), Arrays.asList(Purpose.values()))) {
                unseen.add(purpose.group() + " at " + purpose.start());
            }
        }
        assertTrue(changes >= 15 * 13 + 20 + 40, "changes tried: " + changes);
        assertEquals(List.of(), unseen);
    }

    private static boolean covers(String departing, String name) {
        return departing.equals(name)
                || departing.endsWith(".something") && name.startsWith(departing.replace("something", ""));
    }

    private static String line(String file, int at) {
        return file.substring(file.lastIndexOf('\n', at) + 1).strip().split(":")[0];
    }

    private boolean noticed(String changed, String name, Set<DataClass> classes) {
        return noticed(changed, name, classes, null);
    }

    /** @param purposes null for {@link #some} */
    private boolean noticed(String changed, String name, Set<DataClass> classes, List<Purpose> purposes) {
        FieldPolicy policy = new FieldPolicy(changed.getBytes(StandardCharsets.UTF_8));
        List<String> wrong = new ArrayList<>();
        Role[] roles = Role.values();
        for (int i = 0; wrong.isEmpty() && i < roles.length; i++) {
            compare(policy, roles[i], name, few, classes, purposes == null ? some(roles[i]) : purposes, wrong);
        }
        return !wrong.isEmpty();
    }
}

package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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
            questions += compare(policy, role, PLAIN, facts, ALL, wrong);
            for (String name : expected.departing()) {
                questions += compare(policy, role, name, few, ALL, wrong);
            }
        }
        assertTrue(questions > 500_000, "questions: " + questions);
        assertEquals(List.of(), wrong);
        assertEquals(expected.cells().size(), policy.columns().size() * DataClass.values().length);
    }

    private int compare(
            FieldPolicy policy,
            Role role,
            String name,
            List<PolicyFacts> all,
            Set<DataClass> classes,
            List<String> wrong) {
        Caller caller = new Caller(SOME, "somebody", role, SOME, Set.of(), "s", "test");
        List<Purpose> purposes = new ArrayList<>();
        purposes.add(null);
        purposes.add(Purpose.CHILD_PROTECTION);
        purposes.add(Purpose.STATISTICS);
        policy.purposes(role).stream().limit(1).forEach(purposes::add);
        int questions = 0;
        for (PolicyFacts facts : all) {
            for (DataClass dataClass : classes) {
                String asked = role + " " + facts.relations() + " " + facts.conditions() + " " + dataClass + " " + name;
                for (Purpose purpose : purposes) {
                    boolean fitting = purpose != null && policy.purposes(role).contains(purpose);
                    Decision is = policy.read(caller, facts, dataClass, name, purpose);
                    Decision should = expected.read(role, facts, dataClass, name, purpose, fitting);
                    if (is != should) {
                        String why = expected.reason(dataClass, expected.column(role, facts));
                        wrong.add("read " + asked + " " + purpose + " is " + is + " and not " + should + ": " + why);
                    }
                }
                if (policy.mayWrite(caller, facts, dataClass, name) != expected.writes(role, facts, dataClass, name)) {
                    wrong.add("write " + asked);
                }
                questions += purposes.size() + 1;
            }
        }
        return questions;
    }

    /** One letter of one cell, or one exception less: the comparison above would fail. */
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
        assertTrue(changes >= 15 * 13 + 20, "changes tried: " + changes);
        assertEquals(List.of(), unseen);
    }

    private static String line(String file, int at) {
        return file.substring(file.lastIndexOf('\n', at) + 1).strip().split(":")[0];
    }

    private boolean noticed(String changed, String name, Set<DataClass> classes) {
        FieldPolicy policy = new FieldPolicy(changed.getBytes(StandardCharsets.UTF_8));
        List<String> wrong = new ArrayList<>();
        Role[] roles = Role.values();
        for (int i = 0; wrong.isEmpty() && i < roles.length; i++) {
            compare(policy, roles[i], name, few, classes, wrong);
        }
        return !wrong.isEmpty();
    }
}

package org.himaye.subjectrequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.himaye.confidentiality.ClassesOfAttributes;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.FieldPolicy;
import org.junit.jupiter.api.Test;

/** What the person gets of her own data (domain.md 4.8): a new attribute is told to her, or the policy says why not. */
class AnswerPartTest {

    private static final FieldPolicy POLICY = new FieldPolicy();

    /** Found once: all classes are looked through. */
    private static final Map<String, DataClass> CLASSES = ClassesOfAttributes.all();

    /** Coded facts of the forms that the texts and results beside them tell in words. */
    private static final Set<String> TOLD_OTHERWISE = Set.of(
            "person.ageBasis",
            "person.interpreterNeeded",
            "contact_point.messageAllowed",
            "referral.ageGroup",
            "referral.sex",
            "referral.language",
            "referral.consent",
            "referral.consentGround",
            "case_file.identificationStatus",
            "indicator_assessment.language",
            "indicator_assessment.interpreter",
            "indicator_assessment.guardianPresent",
            "indicator_assessment.details",
            "trafficking_episode.fromPrecision",
            "trafficking_episode.toPrecision",
            "plan_goal.rating",
            "rehabilitation_plan.presentedLanguage",
            "reimbursement_request.budgetSourceId",
            "reimbursement_request.payeeKind");

    private static Set<String> told() {
        return Arrays.stream(AnswerPart.values())
                .flatMap(part -> part.attributes().stream().map(name -> part.table() + "." + name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Test
    void everythingRecordedOfHerIsToldOrThePolicySaysWhyNot() {
        Set<String> forgotten = new TreeSet<>();
        CLASSES.forEach((name, dataClass) -> {
            if (dataClass != DataClass.OPERATIONAL
                    && POLICY.given(dataClass, name)
                    && !told().contains(name)
                    && !TOLD_OTHERWISE.contains(name)
                    && !name.matches("indicator_assessment\\.ind\\d\\d")) {
                forgotten.add(name);
            }
        });
        assertEquals(Set.of(), forgotten);
    }

    @Test
    void nothingIsToldThatThePolicyNeverGives() {
        Set<String> wrong = new TreeSet<>();
        told().forEach(name -> {
            DataClass dataClass = CLASSES.get(name);
            assertTrue(dataClass != null, name);
            if (!POLICY.given(dataClass, name)) {
                wrong.add(name);
            }
        });
        assertEquals(Set.of(), wrong);
    }

    @Test
    void othersMethodsAndWhatTherapistAndLawyerTellThemselvesAreNeverGiven() {
        for (DataClass closed : Set.of(
                DataClass.PROTECTED_PERSON,
                DataClass.SECURITY_MEASURE,
                DataClass.THERAPY,
                DataClass.PRIVILEGED,
                DataClass.AUDIT)) {
            assertTrue(!POLICY.given(closed, "case_note.narrativeText"), closed.name());
        }
    }
}

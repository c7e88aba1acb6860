package org.himaye.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.Sealed;

/** The shape of case-core, each rule with its reason. */
@AnalyzeClasses(packages = "org.himaye", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule capabilitiesAreFreeOfCycles = slices().matching("org.himaye.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a capability that cannot be read alone cannot be judged alone");

    @ArchTest
    static final ArchRule confidentialityStandsAlone = noClasses()
            .that()
            .resideInAPackage("org.himaye.confidentiality..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "org.himaye.confidentiality..",
                    "org.himaye.shared..",
                    "java..",
                    "javax.sql..",
                    "javax.crypto..",
                    "jakarta..",
                    "com.google.crypto.tink..",
                    "org.snakeyaml.engine..")
            .because("the door must not know what lies behind it");

    @ArchTest
    static final ArchRule onlyTheDoorTouchesCryptography = noClasses()
            .that()
            .resideOutsideOfPackage("org.himaye.confidentiality..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.crypto.tink..", "javax.crypto..")
            .because("a second way to a plain value would be an unrecorded one");

    @ArchTest
    static final ArchRule everyPublicMethodOfAServiceIsAnAct = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .and()
            .arePublic()
            .should()
            .beAnnotatedWith(Act.class)
            .because("an act decides and records; a method without one would be a hole in both");

    @ArchTest
    static final ArchRule anActNamesItsTarget = methods()
            .that()
            .areAnnotatedWith(Act.class)
            .should(beginWithTheirTarget())
            .because("the log must be able to say on what");

    @ArchTest
    static final ArchRule onlyServicesAreStateless = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .should()
            .haveSimpleNameEndingWith("Service")
            .andShould()
            .bePublic()
            .because("transactions and permissions begin in one kind of class");

    @ArchTest
    static final ArchRule repositoriesAreHidden = classes()
            .that()
            .haveSimpleNameEndingWith("Repository")
            .should()
            .bePackagePrivate()
            .because("other capabilities talk through services, ids and events");

    @ArchTest
    static final ArchRule servicesHoldNoEntityManager = noClasses()
            .that()
            .areAnnotatedWith(Stateless.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .because("queries stand in repositories, rules in entities");

    @ArchTest
    static final ArchRule sealedValuesStandOnlyInEntities = fields().that()
            .haveRawType(Sealed.class)
            .should()
            .bePrivate()
            .because("nobody but the gate may hand a sealed value on");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.himaye.shared.BusinessClock")
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("deadlines must be testable on any day");

    @ArchTest
    static final ArchRule noOldDates = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Date.class)
            .because("java.time says whether it means a day or an instant");

    @ArchTest
    static final ArchRule noStandardStreams =
            NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("what is printed there escapes the log's rules");

    @ArchTest
    static final ArchRule noGenericExceptions =
            NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.because("the name of an exception is its message");

    @ArchTest
    static final ArchRule noDumpingGrounds = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("such a name is a decision not taken");

    @ArchTest
    static final ArchRule exceptionsAreNotBuiltFromValues = constructors()
            .that()
            .areDeclaredInClassesThat()
            .haveFullyQualifiedName("org.himaye.confidentiality.Refused")
            .should()
            .haveRawParameterTypes(
                    describe("codes only", types -> types.stream().allMatch(type -> type.isEnum())))
            .because("a refusal carries codes and nothing else");

    private static ArchCondition<JavaMethod> beginWithTheirTarget() {
        return new ArchCondition<>("begin with their target or be declared targetless") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Act act = method.getAnnotationOfType(Act.class);
                boolean hasTarget = !method.getRawParameterTypes().isEmpty()
                        && !method.getModifiers().contains(JavaModifier.STATIC);
                JavaClass owner = method.getOwner();
                if (!hasTarget && !act.targetless()) {
                    events.add(SimpleConditionEvent.violated(method, owner.getName() + "." + method.getName()));
                }
            }
        };
    }
}

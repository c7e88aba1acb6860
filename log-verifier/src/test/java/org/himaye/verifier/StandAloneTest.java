package org.himaye.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who checks must not believe the one who writes: not a class of Himaye's other modules and not a library is used. */
@AnalyzeClasses(packages = "org.himaye", importOptions = ImportOption.DoNotIncludeTests.class)
class StandAloneTest {

    @ArchTest
    static final ArchRule USES_NOTHING_BUT_THE_JDK = classes()
            .that()
            .resideInAPackage("org.himaye.verifier..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.net.ssl..", "org.himaye.verifier..");

    @ArchTest
    static final ArchRule NOTHING_ELSE_IS_HERE = classes()
            .should()
            .resideInAPackage("org.himaye.verifier..")
            .because("no module of Himaye is on its class path");
}

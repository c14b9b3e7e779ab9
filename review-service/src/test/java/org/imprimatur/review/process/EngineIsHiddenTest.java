package org.imprimatur.review.process;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.imprimatur.review", importOptions = DoNotIncludeTests.class)
class EngineIsHiddenTest {

    @ArchTest
    static final ArchRule only_the_process_package_knows_the_engine = noClasses()
            .that()
            .resideOutsideOfPackage("org.imprimatur.review.process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..");

    @ArchTest
    static final ArchRule nobody_knows_the_process_package = noClasses()
            .that()
            .resideOutsideOfPackage("org.imprimatur.review.process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.imprimatur.review.process..");

    @ArchTest
    static final ArchRule the_process_knows_the_seam_and_no_feature = noClasses()
            .that()
            .resideInAPackage("org.imprimatur.review.process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.imprimatur.review.screening..",
                    "org.imprimatur.review.round..",
                    "org.imprimatur.review.decision..",
                    "org.imprimatur.review.reviewers..",
                    "org.imprimatur.review.policy..",
                    "org.imprimatur.review.manuscript..",
                    "org.imprimatur.review.desk..",
                    "org.imprimatur.review.production..",
                    "org.imprimatur.contracts..");
}

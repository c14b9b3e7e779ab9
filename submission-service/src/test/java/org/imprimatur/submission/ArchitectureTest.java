package org.imprimatur.submission;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;

/** How the service is layered: each feature's root is plain Java, and its adapters know it and not each other. */
@AnalyzeClasses(packages = "org.imprimatur.submission", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] ROOTS = {
        "org.imprimatur.submission.acting", "org.imprimatur.submission.manuscript", "org.imprimatur.submission.portal"
    };

    @ArchTest
    static final ArchRule a_features_root_is_plain_java = classes()
            .that()
            .resideInAnyPackage(ROOTS)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(ROOTS).or(resideInAPackage("java..")))
            .because("domain, use cases and ports know no framework, no contract and no adapter");

    @ArchTest
    static final ArchRule adapters_do_not_know_each_other_jdbc = adapter("jdbc");

    @ArchTest
    static final ArchRule adapters_do_not_know_each_other_messaging = adapter("messaging");

    @ArchTest
    static final ArchRule adapters_do_not_know_each_other_intake = adapter("intake");

    @ArchTest
    static final ArchRule adapters_do_not_know_each_other_registries = adapter("registries");

    @ArchTest
    static final ArchRule adapters_do_not_know_each_other_web = adapter("web");

    private static ArchRule adapter(String name) {
        return classes()
                .that()
                .resideInAnyPackage("org.imprimatur.submission.*." + name)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages("org.imprimatur.submission..")
                        .or(resideInAnyPackage(ROOTS))
                        .or(resideInAnyPackage("org.imprimatur.submission.*." + name)))
                .allowEmptyShould(false);
    }

    @ArchTest
    static final ArchRule manuscripts_know_nothing_of_the_portal = noClasses()
            .that()
            .resideInAPackage("org.imprimatur.submission.manuscript..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.imprimatur.submission.portal..")
            .because("the portal shows manuscripts; manuscripts know nothing of being shown");

    @ArchTest
    static final ArchRule adapters_stay_in_their_package = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(Component.class)
            .or()
            .areAnnotatedWith(Repository.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule only_messaging_knows_contracts = noClasses()
            .that(resideOutsideOfPackages("org.imprimatur.submission.*.messaging", "org.imprimatur.submission"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.imprimatur.contracts..");

    @ArchTest
    static final ArchRule only_intake_knows_the_intake_library = noClasses()
            .that(resideOutsideOfPackages("org.imprimatur.submission.manuscript.intake"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.imprimatur.intake..");

    @ArchTest
    static final ArchRule pages_know_no_queues = noClasses()
            .that()
            .resideInAPackage("org.imprimatur.submission.*.web")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.imprimatur.messaging.mail..",
                    "org.imprimatur.messaging.outbox..",
                    "org.imprimatur.messaging.inbox..",
                    "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule the_domain_is_told_the_time = noClasses()
            .that()
            .resideInAnyPackage(ROOTS)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule nothing_runs_by_the_clock_of_the_framework =
            noMethods().should().beAnnotatedWith("org.springframework.scheduling.annotation.Scheduled");

    @Test
    void the_modules_have_no_cycle_and_keep_to_what_each_shows() {
        ApplicationModules.of(SubmissionApplication.class.getPackageName()).verify();
    }
}

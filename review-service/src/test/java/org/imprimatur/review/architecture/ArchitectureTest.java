package org.imprimatur.review.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rules of this service's architecture; each was seen to fail before it was kept. */
class ArchitectureTest {

    private static final String BASE = "org.imprimatur.review";
    private static final String[] ROOTS = {
        BASE + ".acting",
        BASE + ".way",
        BASE + ".policy",
        BASE + ".manuscript",
        BASE + ".reviewers",
        BASE + ".screening",
        BASE + ".round",
        BASE + ".reviewing",
        BASE + ".decision",
        BASE + ".production",
        BASE + ".notes",
        BASE + ".correspondence",
        BASE + ".desk"
    };

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    @Test
    void a_features_root_is_plain_java() {
        classes()
                .that()
                .resideInAnyPackage(ROOTS)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(java.util.stream.Stream.concat(
                                java.util.Arrays.stream(ROOTS), java.util.stream.Stream.of("java..", "javax.crypto.."))
                        .toArray(String[]::new))
                .check(OURS);
    }

    @Test
    void the_domain_takes_time_and_new_ids_as_arguments() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOTS)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(OURS);
    }

    @Test
    void an_adapter_is_nobody_elses() {
        classes()
                .that()
                .resideInAnyPackage("..jdbc..", "..web..", "..messaging..", "..intake..", "..gateway..")
                .should()
                .notBePublic()
                .andShould(knowNoOtherAdapter())
                .check(OURS);
    }

    private static ArchCondition<JavaClass> knowNoOtherAdapter() {
        return new ArchCondition<>("know no other adapter") {
            @Override
            public void check(JavaClass adapter, ConditionEvents events) {
                adapter.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass())
                        .filter(other -> other.getPackageName().startsWith(BASE))
                        .filter(other -> !other.getPackageName().equals(adapter.getPackageName()))
                        .filter(other -> Set.of("jdbc", "web", "messaging", "intake", "gateway")
                                .contains(other.getPackageName()
                                        .substring(other.getPackageName().lastIndexOf('.') + 1)))
                        .forEach(other -> events.add(SimpleConditionEvent.violated(
                                adapter, adapter.getName() + " knows " + other.getName())));
            }
        };
    }

    @Test
    void only_the_process_knows_the_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(OURS);
    }

    /** What reviewers' pages and mails are made from never leads to a class that knows a by-line. */
    @Test
    void what_reviewers_see_is_made_from_nothing_that_names_an_author() {
        noClasses()
                .that()
                .haveSimpleNameContaining("WhatReviewersSee")
                .or()
                .haveSimpleNameEndingWith("InvitationPages")
                .or()
                .haveSimpleName("LinkPages")
                .or()
                .resideInAPackage(BASE + ".reviewing..")
                .or()
                .haveSimpleName("RoundWriter")
                .or()
                .resideInAPackage(BASE + ".round.intake")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + ".manuscript..")
                .check(OURS);
    }

    @Test
    void features_know_each_others_roots_only_and_never_in_a_circle() {
        ApplicationModules modules = ApplicationModules.of(BASE);
        assertThat(modules.stream()).hasSizeGreaterThan(10);
        modules.verify();
    }
}

package org.imprimatur.publication;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "org.imprimatur.publication", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "org.imprimatur.publication.";
    private static final String[] ROOTS = {
        BASE + "acting",
        BASE + "article",
        BASE + "bibliographic",
        BASE + "doi",
        BASE + "issue",
        BASE + "journal",
        BASE + "pagination",
        BASE + "production",
        BASE + "restating",
        BASE + "site"
    };
    private static final String[] ADAPTERS = {
        BASE + "*.jdbc..",
        BASE + "*.messaging..",
        BASE + "article.documents..",
        BASE + "doi.crossref..",
        BASE + "doi.web..",
        BASE + "issue.web..",
        BASE + "journal.web..",
        BASE + "production.documents..",
        BASE + "production.mail..",
        BASE + "production.web..",
        BASE + "site.http..",
        BASE + "site.oai..",
        BASE + "site.web.."
    };

    @ArchTest
    static final ArchRule a_features_root_is_plain_java = noClasses()
            .that()
            .resideInAnyPackage(ROOTS)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.springframework..",
                    "jakarta..",
                    "java.sql..",
                    "javax.sql..",
                    "tools.jackson..",
                    "com.fasterxml..",
                    "org.apache.kafka..",
                    "org.imprimatur.contracts..",
                    "org.imprimatur.messaging..",
                    "org.imprimatur.web.."));

    @ArchTest
    static final ArchRule the_domain_asks_no_clock_and_makes_no_ids = noClasses()
            .that()
            .resideInAnyPackage(ROOTS)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule adapters_are_nobodys_business = classes()
            .that()
            .resideInAnyPackage(ADAPTERS)
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic();

    @Test
    void modules_know_each_others_roots_only_and_go_round_in_no_circle() {
        ApplicationModules.of("org.imprimatur.publication").verify();
    }
}

package org.imprimatur.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "org.imprimatur.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] ROOTS = {
        "org.imprimatur.gateway.accounts",
        "org.imprimatur.gateway.kept",
        "org.imprimatur.gateway.language",
        "org.imprimatur.gateway.notices",
        "org.imprimatur.gateway.operations",
        "org.imprimatur.gateway.orcid",
        "org.imprimatur.gateway.passkeys",
        "org.imprimatur.gateway.session"
    };

    @ArchTest
    static final ArchRule domain_and_use_cases_are_plain_java = noClasses()
            .that()
            .resideInAnyPackage(ROOTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "java.sql..",
                    "jakarta..",
                    "tools.jackson..",
                    "com.fasterxml..",
                    "org.apache.kafka..",
                    "org.imprimatur.contracts..",
                    "org.imprimatur.messaging..",
                    "org.imprimatur.web..");

    @ArchTest
    static final ArchRule adapters_are_nobodys_business = classes()
            .that()
            .resideInAnyPackage(
                    "..accounts.web",
                    "..accounts.jdbc",
                    "..accounts.crypto",
                    "..accounts.messaging",
                    "..kept.jdbc",
                    "..kept.web",
                    "..language.jdbc",
                    "..language.web",
                    "..notices.jdbc",
                    "..notices.messaging",
                    "..notices.web",
                    "..operations.http",
                    "..orcid.oidc",
                    "..passkeys.jdbc",
                    "..passkeys.webauthn",
                    "..operations.web",
                    "..session.jdbc",
                    "..signin")
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule adapters_do_not_know_each_other = slices().matching(
                    "org.imprimatur.gateway.(accounts|kept|language|notices|operations|passkeys).(web|jdbc|crypto|messaging|http|webauthn)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule only_adapters_of_messaging_speak_on_the_wire = noClasses()
            .that()
            .resideOutsideOfPackage("..messaging..")
            .and()
            // lists what it is put together from
            .doNotHaveSimpleName("GatewayApplication")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.imprimatur.contracts..", "org.imprimatur.messaging..");

    @Test
    void the_modules_depend_on_each_other_one_way() {
        ApplicationModules.of(GatewayApplication.class.getPackageName()).verify();
    }
}

package org.imprimatur.messaging;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasSourceCodeLocation;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;
import org.slf4j.MDC;

@AnalyzeClasses(packages = "org.imprimatur", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "org.imprimatur.messaging";
    private static final String[] ROOTS = {
        BASE,
        BASE + ".outbox",
        BASE + ".inbox",
        BASE + ".mail",
        BASE + ".errands",
        BASE + ".documents",
        BASE + ".operations",
        BASE + ".time"
    };
    private static final Pattern DOMAIN_WORD = Pattern.compile(
            "(?i).*(manuscript|review|editor|author|journal|issue|article|galley|proof|doi|invitation|decision).*");

    @ArchTest
    static final ArchRule nothing_else_of_ours_is_known = noClasses()
            .that()
            .resideInAPackage(BASE + "..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.imprimatur..").and(DescribedPredicate.not(resideInAPackage(BASE + ".."))));

    @ArchTest
    static final ArchRule what_services_see_is_plain_java = classes()
            .that()
            .resideInAnyPackage(ROOTS)
            .should()
            // and the log, which says in which trace each line was written
            .onlyDependOnClassesThat(
                    resideInAnyPackage(ROOTS).or(resideInAPackage("java..")).or(type(MDC.class)));

    @ArchTest
    static final ArchRule one_queue_does_not_know_another =
            slices().matching(BASE + ".(*).(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule nothing_goes_in_circles =
            slices().matching(BASE + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule adapters_are_hidden_but_for_their_configuration = classes()
            .that()
            .resideInAnyPackage(
                    BASE + ".outbox.kafka",
                    BASE + ".inbox.kafka",
                    BASE + ".mail.smtp",
                    BASE + ".errands.jdbc",
                    BASE + ".documents.folder",
                    BASE + ".operations.jdbc")
            .and()
            .areTopLevelClasses()
            .and()
            .haveSimpleNameNotEndingWith("Configuration")
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule no_class_has_a_word_of_the_domain_in_its_name =
            noClasses().should(haveADomainWord());

    @ArchTest
    static final ArchRule no_method_has_a_word_of_the_domain_in_its_name = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(BASE + "..")
            .should(haveADomainWord());

    @ArchTest
    static final ArchRule nothing_runs_by_the_clock_of_a_framework =
            noMethods().should().beAnnotatedWith("org.springframework.scheduling.annotation.Scheduled");

    private static <T extends HasDescription & HasName & HasSourceCodeLocation> ArchCondition<T> haveADomainWord() {
        return ArchCondition.from(DescribedPredicate.describe(
                "have a word of the domain in the name",
                named -> DOMAIN_WORD
                        .matcher(named.getName().substring(named.getName().lastIndexOf('.') + 1))
                        .matches()));
    }
}

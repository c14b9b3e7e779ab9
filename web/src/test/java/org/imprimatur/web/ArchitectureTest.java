package org.imprimatur.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.imprimatur", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule web_knows_no_other_module_of_ours = noClasses()
            .that()
            .resideInAPackage("org.imprimatur.web..")
            .should()
            .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "are in another module of ours",
                    known -> known.getPackageName().startsWith("org.imprimatur.")
                            && !known.getPackageName().startsWith("org.imprimatur.web")));

    @ArchTest
    static final ArchRule forms_and_words_know_no_security = noClasses()
            .that()
            .resideInAnyPackage("org.imprimatur.web.forms..", "org.imprimatur.web.words..", "org.imprimatur.web.live..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.security..", "org.imprimatur.web.acting..");
}

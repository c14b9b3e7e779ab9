package org.imprimatur.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.imprimatur.intake");

    @Test
    void the_structured_text_depends_on_nothing() {
        classes()
                .that()
                .resideInAPackage("..intake.text")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("..intake.text", "java..")
                .check(CLASSES);
    }

    @Test
    void the_citation_check_knows_the_text_alone() {
        classes()
                .that()
                .resideInAPackage("..intake.citation")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("..intake.citation", "..intake.text", "java..")
                .check(CLASSES);
    }

    @Test
    void only_reading_knows_the_file_formats_libraries() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..intake.reading")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.poi..", "org.apache.tika..")
                .check(CLASSES);
    }

    @Test
    void only_the_reading_copy_knows_how_to_print() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..intake.copy")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.fop..", "org.apache.pdfbox..")
                .check(CLASSES);
    }

    @Test
    void nothing_knows_spring_or_another_module() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.imprimatur.contracts..",
                        "org.imprimatur.messaging..",
                        "org.imprimatur.web..")
                .check(CLASSES);
    }
}

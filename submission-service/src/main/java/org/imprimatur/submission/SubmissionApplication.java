package org.imprimatur.submission;

import java.util.Map;
import org.imprimatur.messaging.autoconfigure.DocumentsAutoConfiguration;
import org.imprimatur.messaging.autoconfigure.ErrandsAutoConfiguration;
import org.imprimatur.service.ImprimaturService;
import org.imprimatur.submission.manuscript.Addresses;
import org.imprimatur.submission.manuscript.Announcements;
import org.imprimatur.submission.manuscript.DraftingManuscripts;
import org.imprimatur.submission.manuscript.Forgetting;
import org.imprimatur.submission.manuscript.HandingIn;
import org.imprimatur.submission.manuscript.JournalsKnown;
import org.imprimatur.submission.manuscript.Manuscripts;
import org.imprimatur.submission.manuscript.Owners;
import org.imprimatur.submission.manuscript.Papers;
import org.imprimatur.submission.manuscript.Reading;
import org.imprimatur.submission.manuscript.Restating;
import org.imprimatur.submission.manuscript.SeeingManuscripts;
import org.imprimatur.submission.manuscript.TakingOver;
import org.imprimatur.submission.manuscript.Uploading;
import org.imprimatur.submission.manuscript.Uploads;
import org.imprimatur.web.acting.PublicPaths;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** submission-service: authors and their manuscripts. Its context holds nothing that only happens to be on the class path. */
@ImprimaturService
@SpringBootConfiguration
@ComponentScan
@ImportAutoConfiguration({
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    DocumentsAutoConfiguration.class,
    ErrandsAutoConfiguration.class
})
public class SubmissionApplication {

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The service as it is started, alone or beside others in one JVM. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(SubmissionApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "submission-service"));
        return application;
    }

    @Bean
    PublicPaths publicPaths() {
        return new PublicPaths();
    }

    @Bean
    DraftingManuscripts draftingManuscripts(
            Manuscripts manuscripts, JournalsKnown journals, Reading reading, Papers papers) {
        return new DraftingManuscripts(manuscripts, journals, reading, papers);
    }

    @Bean
    Uploading uploading(DraftingManuscripts drafting, Uploads uploads) {
        return new Uploading(drafting, uploads);
    }

    @Bean
    SeeingManuscripts seeingManuscripts(Manuscripts manuscripts, Addresses addresses, Announcements announcements) {
        return new SeeingManuscripts(manuscripts, addresses, announcements);
    }

    @Bean
    Forgetting forgetting(Owners owners) {
        return new Forgetting(owners);
    }

    @Bean
    TakingOver takingOver(Owners owners) {
        return new TakingOver(owners);
    }

    @Bean
    Restating restating(Manuscripts manuscripts, Announcements announcements) {
        return new Restating(manuscripts, announcements);
    }

    @Bean
    HandingIn handingIn(Manuscripts manuscripts, JournalsKnown journals, Papers papers, Announcements announcements) {
        return new HandingIn(manuscripts, journals, papers, announcements);
    }
}

package org.imprimatur.review;

import java.util.Map;
import org.imprimatur.messaging.autoconfigure.DocumentsAutoConfiguration;
import org.imprimatur.messaging.autoconfigure.ErrandsAutoConfiguration;
import org.imprimatur.service.ImprimaturService;
import org.imprimatur.web.acting.PublicPaths;
import org.imprimatur.web.live.WebLive;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** Peer review: the process, reviewers, invitations, reviews, decisions, and the editors' dashboard. */
@ImprimaturService
@SpringBootConfiguration
@ComponentScan(excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@ImportAutoConfiguration({
    DocumentsAutoConfiguration.class,
    ErrandsAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    WebLive.class
})
public class ReviewApplication {

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The service as it is started, alone or beside others in one JVM. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(ReviewApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "review-service"));
        return application;
    }

    @Bean
    PublicPaths publicPaths() {
        return new PublicPaths("/review/**", "/certificates/**");
    }
}

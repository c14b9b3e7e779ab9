package org.imprimatur.publication;

import java.util.Map;
import org.imprimatur.messaging.autoconfigure.DocumentsAutoConfiguration;
import org.imprimatur.messaging.autoconfigure.ErrandsAutoConfiguration;
import org.imprimatur.service.ImprimaturService;
import org.imprimatur.web.acting.PublicPaths;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** publication-service. Its context holds nothing that only happens to be on the class path. */
@ImprimaturService
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan
@ImportAutoConfiguration({
    SecurityAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    DocumentsAutoConfiguration.class,
    ErrandsAutoConfiguration.class
})
public class PublicationApplication {

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The service as it is started, alone or beside others in one JVM. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(PublicationApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "publication-service"));
        return application;
    }

    /** The site is for everybody; what lies below {@code /production} is not. */
    @Bean
    PublicPaths publicPaths() {
        return new PublicPaths(
                "/",
                "/oai",
                "/robots.txt",
                "/sitemap.xml",
                "/{journal:(?!production$|internal$|actuator$|error$)[a-z][a-z0-9-]+}/**");
    }
}

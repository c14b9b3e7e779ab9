package org.imprimatur.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.imprimatur.web.design.DesignPage;
import org.imprimatur.web.errors.ErrorPages;
import org.imprimatur.web.language.KeepingLanguage;
import org.imprimatur.web.language.LanguagePage;
import org.imprimatur.web.words.Bundles;
import org.imprimatur.web.words.Dates;
import org.imprimatur.web.words.Languages;
import org.imprimatur.web.words.Sentences;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AbstractLocaleResolver;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Pages: static files under {@code /web/**} with a hash of their content in the name, error pages, words, what every
 * page knows, and the choice of a language. An error page tells the time of the service's clock, where it has one. Messages come from {@code i18n/web/messages} and the bundles of {@code spring.messages.basename}.
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
        })
@ImportAutoConfiguration(PropertyPlaceholderAutoConfiguration.class)
public class WebPages implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/web/**")
                .addResourceLocations("classpath:/static/web/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(7)).cachePublic())
                .setUseLastModified(false) // all files of a reproducible build bear the same date
                .setEtagGenerator(WebPages::etag)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addResolver(new HtmxResolver());
    }

    private static String etag(Resource file) {
        try (InputStream content = file.getInputStream()) {
            // a strong one is for the bytes as they are, and the server compresses none that has it
            return "W/\"" + DigestUtils.md5DigestAsHex(content) + '"';
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> resourceUrlEncodingFilter() {
        var filter = new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return filter;
    }

    @Bean
    Bundles messageSource(@Value("${spring.messages.basename:}") String bundles) {
        var messages = new Bundles();
        messages.setBasenames("i18n/web/messages");
        messages.addBasenames(StringUtils.tokenizeToStringArray(bundles, ","));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new AbstractLocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return Languages.of(request);
            }

            @Override
            public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
                throw new UnsupportedOperationException("readers choose at " + LanguagePage.PATH);
            }
        };
    }

    @Bean
    LanguagePage languagePage(ObjectProvider<KeepingLanguage> keeping) {
        return new LanguagePage(keeping.getIfUnique(() -> (person, language) -> {}));
    }

    @Bean
    Dates dates(@Value("${imprimatur.zone:UTC}") ZoneId zone, MessageSource messageSource) {
        return new Dates(zone, messageSource);
    }

    @Bean
    Sentences sentences(Bundles messageSource) {
        return new Sentences(messageSource);
    }

    @Bean
    PageFacts pageFacts(@Value("${imprimatur.banner:}") String banner) {
        return new PageFacts(banner);
    }

    @Bean
    ErrorPages errorPages(MessageSource messageSource, PageFacts pageFacts, ObjectProvider<Clock> clock) {
        return new ErrorPages(messageSource, pageFacts, clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    ErrorPageRegistrar errorPageRegistrar(@Value("${server.error.path:/error}") String path) {
        return registry -> registry.addErrorPages(new ErrorPage(path));
    }

    // a page is made whole before its first byte leaves: cookies can still be set, and a fault gets its own page
    @Bean
    static BeanPostProcessor wholePages() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof ThymeleafViewResolver views) {
                    views.setProducePartialOutputWhileProcessing(false);
                }
                return bean;
            }
        };
    }

    @Bean
    @ConditionalOnProperty("imprimatur.design-page")
    DesignPage designPage() {
        return new DesignPage();
    }
}

package org.imprimatur.web.acting;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import org.imprimatur.web.language.LanguagePage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may come in, the same in every service: no session, double-submit CSRF shared through the gateway's origin, a
 * strict content policy, {@code /internal/**} for services alone, and a person for everything that {@link PublicPaths}
 * does not list. Needs the property {@code imprimatur.assertion.key}; without it the context does not start.
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration"
        })
@ImportAutoConfiguration(PropertyPlaceholderAutoConfiguration.class)
@EnableWebSecurity
public class WebSecurity {
    /** Name of the cookie that holds the CSRF token for all services of one origin. */
    public static final String CSRF_COOKIE = "imprimatur-csrf";

    /** What a page may load and where its forms may go (Content Security Policy), for a chain of a context's own. */
    public static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; frame-src 'self'; "
            + "object-src 'self'; frame-ancestors 'self'; form-action 'self'; base-uri 'none'";

    @Bean
    @ConditionalOnMissingBean
    Assertions assertions(@Value("${imprimatur.assertion.key:}") String key) {
        return new Assertions(key, Clock.systemUTC());
    }

    @Bean
    @ConditionalOnMissingBean
    Recognising recognising(Assertions assertions) {
        return request -> {
            String header = request.getHeader(Assertions.PERSON_HEADER);
            return header != null && assertions.verifyPerson(header) instanceof Verdict.Person verified
                    ? Optional.of(verified.person())
                    : Optional.empty();
        };
    }

    @Bean
    ServiceCalls serviceCalls(
            Assertions assertions,
            @Value("${spring.application.name}") String service,
            ObjectProvider<ClientHttpRequestInterceptor> others) {
        return new ServiceCalls(assertions, service, others);
    }

    @Bean
    @Order(100)
    SecurityFilterChain webSecurityFilterChain(
            HttpSecurity http, Recognising recognising, Assertions assertions, ObjectProvider<PublicPaths> open)
            throws Exception {
        String[] publicPaths =
                open.stream().flatMap(paths -> paths.patterns().stream()).toArray(String[]::new);
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens())
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        // a language may be chosen by those who keep no cookie of ours; nobody gains by choosing
                        // another's
                        .ignoringRequestMatchers("/internal/**", LanguagePage.PATH))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(frame -> frame.sameOrigin()))
                .addFilterBefore(new RecognisingFilter(recognising, assertions), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/web/**", "/error", "/actuator/health/**", LanguagePage.PATH)
                        .permitAll()
                        .requestMatchers("/internal/**")
                        .hasAuthority(RecognisingFilter.SERVICE)
                        .requestMatchers(publicPaths)
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(RecognisingFilter.PERSON))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(new AskingToSignIn()).accessDeniedHandler(new Denying()))
                .build();
    }

    @Bean
    @ConditionalOnMissingBean(name = "securityFilterChainRegistration")
    DelegatingFilterProxyRegistrationBean securityFilterChainRegistration() {
        var registration = new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        registration.setOrder(-100);
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        return registration;
    }

    /** The tokens' store, for a chain of a context's own. */
    public static CookieCsrfTokenRepository csrfTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(CSRF_COOKIE);
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }
}

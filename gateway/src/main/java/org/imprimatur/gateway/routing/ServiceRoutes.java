package org.imprimatur.gateway.routing;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import org.imprimatur.gateway.notices.ReadingNotices;
import org.imprimatur.web.acting.Assertions;
import org.imprimatur.web.acting.Recognising;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Which service answers which address. */
@Configuration
@EnableConfigurationProperties({Peers.class, Patience.class})
class ServiceRoutes {
    private static final OwnPaths OWN = new OwnPaths();

    @Bean
    RouterFunction<ServerResponse> toServices(
            Peers peers, Patience patience, Recognising recognising, Assertions assertions, ReadingNotices notices) {
        var onward = new Onward(recognising, assertions, notices);
        RequestPredicate elsewhere = request -> !OWN.matches(request.servletRequest());
        return to("submission", elsewhere.and(path("/author/**")), peers.submission(), onward, patience)
                .and(to(
                        "review",
                        elsewhere.and(path("/editor/**")
                                .or(path("/review/**"))
                                .or(path("/reviewer/**"))
                                .or(path("/certificates/**"))),
                        peers.review(),
                        onward,
                        patience))
                .and(to("publication", elsewhere, peers.publication(), onward, patience));
    }

    @Bean
    FilterRegistrationBean<Unread> unread() {
        return new FilterRegistrationBean<>(new Unread(OWN));
    }

    @Bean
    Passing passing(Patience patience) {
        return new Passing(patience);
    }

    private static RouterFunction<ServerResponse> to(
            String service, RequestPredicate which, String instances, Onward onward, Patience patience) {
        return route(service)
                .route(which, http())
                .filter(new ToInstances(service, instances, onward, patience))
                .build();
    }

    // services judge and seal what is theirs: the gateway adds who acts, and reads no body on the way
    @Bean
    @Order(50)
    SecurityFilterChain elsewhereFilterChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(request -> !OWN.matches(request))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}

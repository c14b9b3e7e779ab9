package org.imprimatur.gateway.routing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.imprimatur.web.language.LanguagePage;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What the gateway answers itself. Everything else goes to a service, and {@code /internal} never does. */
final class OwnPaths implements RequestMatcher {
    private static final List<PathPattern> PATTERNS = List.of(
                    "/sign-in/**",
                    "/sign-out",
                    "/sign-up/**",
                    "/password/**",
                    "/setup",
                    "/account/**",
                    LanguagePage.PATH,
                    "/notices/**",
                    "/admin/**",
                    "/web/**",
                    "/error",
                    "/internal/**",
                    "/actuator/**")
            .stream()
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    @Override
    public boolean matches(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return PATTERNS.stream().anyMatch(pattern -> pattern.matches(path));
    }
}

package org.imprimatur.web.acting;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns who a request proves to come from into the request's authentication; a bad proof leaves it anonymous. */
final class RecognisingFilter extends OncePerRequestFilter {
    static final String SERVICE = "ROLE_SERVICE";
    static final String PERSON = "ROLE_PERSON";

    private final Recognising recognising;
    private final Assertions assertions;

    RecognisingFilter(Recognising recognising, Assertions assertions) {
        this.recognising = recognising;
        this.assertions = assertions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        authentication(request).ifPresent(proven -> {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(proven);
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    private Optional<Proven> authentication(HttpServletRequest request) {
        String header = request.getHeader(Assertions.SERVICE_HEADER);
        if (header != null && assertions.verifyService(header) instanceof Verdict.Service service) {
            return Optional.of(new Proven(service, SERVICE));
        }
        return recognising.person(request).map(person -> new Proven(person, PERSON));
    }

    // an answer that goes on after its first thread, and a page for an error, still have somebody before them
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static final class Proven extends AbstractAuthenticationToken {
        private final transient Object principal;

        Proven(Object principal, String authority) {
            super(List.of(new SimpleGrantedAuthority(authority)));
            this.principal = principal;
            setAuthenticated(true);
        }

        @Override
        public Object getPrincipal() {
            return principal;
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public String getName() {
            return principal instanceof SignedIn person ? person.account() : ((Verdict.Service) principal).name();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Proven proven && principal.equals(proven.principal);
        }

        @Override
        public int hashCode() {
            return principal.hashCode();
        }
    }
}

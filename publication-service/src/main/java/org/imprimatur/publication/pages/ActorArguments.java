package org.imprimatur.publication.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.web.acting.Held;
import org.imprimatur.web.acting.SignedIn;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers the {@link Actor} of the request; who isn't signed in is a person without account and roles. */
@Component
class ActorArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person
                ? new Actor.Person(
                        person.account(),
                        person.roles().stream().flatMap(ActorArguments::held).collect(Collectors.toSet()))
                : new Actor.Person("", Set.of());
    }

    /** Roles that mean nothing here are left out. */
    private static Stream<Actor.Held> held(Held role) {
        return Arrays.stream(Actor.Role.values())
                .filter(known -> known.key().equals(role.role()))
                .map(known -> new Actor.Held(role.journal(), known));
    }
}

package org.imprimatur.gateway.routing;

import java.net.URI;
import java.util.Iterator;
import org.imprimatur.web.acting.Instances;
import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Passes a request on to the first instance of a service that takes it. */
final class ToInstances implements HandlerFilterFunction<ServerResponse, ServerResponse> {
    private final String service;
    private final Instances instances;
    private final Onward onward;
    private final Patience patience;

    ToInstances(String service, String addresses, Onward onward, Patience patience) {
        this.service = service;
        this.instances = Instances.at(addresses);
        this.onward = onward;
        this.patience = patience;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        Body body = new Body(request.servletRequest());
        ServerRequest changed = onward.request(request);
        Iterator<URI> candidates = instances.inTurn().iterator();
        while (true) {
            URI instance = candidates.next();
            Passing.prepare(
                    changed.attributes(), body, candidates.hasNext() ? patience.taking() : patience.answering());
            try {
                ServerResponse answer =
                        next.handle(BeforeFilterFunctions.uri(instance).apply(changed));
                instances.answered(instance);
                return onward.response(instance, answer);
            } catch (Unanswered fault) {
                if (fault.silent()) {
                    instances.silent(instance);
                }
                if (!candidates.hasNext() || !fault.harmless()) {
                    return new Away(service, instance, fault);
                }
            }
        }
    }
}

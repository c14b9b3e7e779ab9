package org.imprimatur.gateway.routing;

import java.net.URI;
import org.imprimatur.web.acting.Instances;
import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Passes a request on to the first instance of a service that takes it. */
final class ToInstances implements HandlerFilterFunction<ServerResponse, ServerResponse> {
    private final String service;
    private final Instances instances;
    private final Onward onward;

    ToInstances(String service, String addresses, Onward onward) {
        this.service = service;
        this.instances = Instances.at(addresses);
        this.onward = onward;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        ResourceAccessException last = null;
        for (URI instance : instances.inTurn()) {
            try {
                ServerRequest there = BeforeFilterFunctions.uri(instance).apply(onward.request(request));
                return onward.response(instance, next.handle(there));
            } catch (ResourceAccessException fault) {
                last = fault;
                if (!Instances.mayAskAnother(request.method(), fault)) {
                    break;
                }
            }
        }
        return new Away(service, last);
    }
}

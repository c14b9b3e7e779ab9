package org.imprimatur.web.acting;

import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

/**
 * Puts this service's assertion on its calls to other services. Use it for clients of our own services only: the
 * assertion opens {@code /internal/**} to whoever receives it for as long as it lasts.
 */
public final class ServiceCalls implements ClientHttpRequestInterceptor {
    private final Assertions assertions;
    private final String service;
    private final ObjectProvider<ClientHttpRequestInterceptor> others;

    /** @param others what else goes with a call, such as the trace it belongs to */
    ServiceCalls(Assertions assertions, String service, ObjectProvider<ClientHttpRequestInterceptor> others) {
        this.assertions = assertions;
        this.service = service;
        this.others = others;
    }

    /**
     * A client's builder for one of our own services.
     *
     * @param addresses of its instances, separated by commas
     */
    public RestClient.Builder to(String addresses) {
        Instances instances = Instances.at(addresses);
        return RestClient.builder()
                .baseUrl(instances.inTurn().get(0).toString())
                .requestInterceptors(all -> {
                    all.add(this);
                    others.orderedStream().filter(other -> other != this).forEach(all::add);
                    all.add(instances);
                });
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        request.getHeaders().set(Assertions.SERVICE_HEADER, assertions.forService(service));
        return execution.execute(request, body);
    }
}

package org.imprimatur.messaging.outbox.kafka;

import java.io.IOException;
import org.imprimatur.messaging.Causation;
import org.imprimatur.messaging.Trace;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** A call to another service goes on with the trace of what makes us call. */
final class SendingTraces implements ClientHttpRequestInterceptor {

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        Trace trace = Causation.current().trace();
        if (trace != null) {
            request.getHeaders().set("traceparent", trace.traceparent());
        }
        return execution.execute(request, body);
    }
}

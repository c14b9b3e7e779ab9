package org.imprimatur.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.imprimatur.messaging.Trace;
import org.junit.jupiter.api.Test;

/** W3C Trace Context, at the edge. */
class TracingTest extends InGateway {
    private static final String OF_A_STRANGER = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void a_request_begins_a_trace_that_goes_on_to_the_service_and_back_to_whoever_asked() {
        HttpResponse<String> answer = browser.post("/author/form", Map.of("a", "b"), null);
        Trace sent = Trace.read(reached(answer, "traceparent")).orElseThrow();
        assertThat(answer.headers().allValues("X-Trace-Id")).containsExactly(sent.id());
        assertThat(reached(answer, "traceparent")).startsWith("00-").endsWith("-01");
    }

    @Test
    void each_request_begins_one_of_its_own() {
        assertThat(reached(browser.open("/author/x"), "traceparent"))
                .isNotEqualTo(reached(browser.open("/author/x"), "traceparent"));
    }

    @Test
    void what_a_stranger_says_of_a_trace_is_not_believed() {
        for (String brought : List.of("00-" + OF_A_STRANGER + "-b7ad6b7169203331-01", "00-" + OF_A_STRANGER + "-x")) {
            HttpResponse<String> answer =
                    browser.open("/author/x", "traceparent", brought, "tracestate", "vendor=secret");
            assertThat(answer.body()).doesNotContain(OF_A_STRANGER, "tracestate", "secret");
            assertThat(Trace.read(reached(answer, "traceparent"))).isPresent();
            assertThat(answer.headers().firstValue("X-Trace-Id").orElseThrow()).isNotEqualTo(OF_A_STRANGER);
        }
    }

    @Test
    void an_error_page_shows_the_trace_to_quote() {
        HttpResponse<String> answer = browser.open("/review/away");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .contains(answer.headers().firstValue("X-Trace-Id").orElseThrow());
    }

    private static String reached(HttpResponse<String> answer, String header) {
        return answer.body()
                .lines()
                .filter(line -> line.startsWith(header + ": "))
                .map(line -> line.substring(header.length() + 2))
                .findFirst()
                .orElseThrow();
    }
}

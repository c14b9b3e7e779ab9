package org.imprimatur.service.operations;

import org.imprimatur.messaging.operations.Metrics;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Prometheus scrapes. */
@RestController
final class MetricsEndpoint {

    static final String PATH = "/internal/metrics";

    private final Metrics metrics;

    MetricsEndpoint(Metrics metrics) {
        this.metrics = metrics;
    }

    @GetMapping(path = PATH, produces = "text/plain; version=0.0.4; charset=utf-8")
    String scrape() {
        return metrics.scrape();
    }
}

package org.imprimatur.messaging.operations.jdbc;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.messaging.operations.Metrics;
import org.imprimatur.messaging.operations.Operations;
import org.imprimatur.messaging.operations.Operations.Report;

/** Takes one report for each scrape, so all numbers of a scrape belong together. */
final class PrometheusMetrics implements Metrics {

    private static final List<String> INBOX = List.of("NEW", "RETRYING", "PARKED", "EARLY");
    private static final List<String> MAIL =
            List.of("QUEUED", "HANDED_OVER", "REFUSED", "BOUNCED", "FAILED", "UNCERTAIN", "MOOT", "RECALLED");

    private final Operations operations;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MultiGauge inbox = states("inbox.messages", "Messages in the inbox that are not finished");
    private final MultiGauge mail = states("mail", "Mails by state");
    private final Map<String, MultiGauge> tallies = new HashMap<>();
    private Report last;

    PrometheusMetrics(Operations operations, String service) {
        this.operations = operations;
        registry.config().commonTags("service", service);
        gauge(
                "outbox.unsent",
                "Messages that Kafka doesn't have yet",
                () -> last.outbox().messages());
        gauge(
                "outbox.oldest.seconds",
                "Age of the oldest message that Kafka doesn't have yet",
                () -> last.outbox().oldest() == null
                        ? 0
                        : Duration.between(last.outbox().oldest(), last.at()).toMillis() / 1000.0);
        gauge(
                "errands.failing",
                "Own work that failed and is tried again",
                () -> last.errands().size());
        gauge(
                "consumer.lag",
                "Messages that Kafka has and the inbox hasn't; NaN while the broker is away",
                () -> last.lag() == null ? Double.NaN : last.lag());
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    @Override
    public synchronized String scrape() {
        last = operations.report();
        show(inbox, INBOX, last.inbox());
        show(mail, MAIL, last.mail());
        last.tallies()
                .forEach((name, counts) -> show(
                        tallies.computeIfAbsent(name, one -> states(one, "As the service counts them")),
                        List.copyOf(counts.keySet()),
                        counts));
        return registry.scrape();
    }

    // a state that nothing is in is said as zero: a series that ends looks like a service that is away
    private static void show(MultiGauge gauge, List<String> states, Map<String, Long> counts) {
        gauge.register(
                states.stream()
                        .map(state -> Row.of(
                                Tags.of("state", state.toLowerCase(java.util.Locale.ROOT)),
                                counts.getOrDefault(state, 0L)))
                        .toList(),
                true);
    }

    private MultiGauge states(String name, String description) {
        return MultiGauge.builder("imprimatur." + name).description(description).register(registry);
    }

    private void gauge(String name, String description, java.util.function.Supplier<Number> value) {
        Gauge.builder("imprimatur." + name, value).description(description).register(registry);
    }
}

package org.imprimatur.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each service is told of the world around it: the same properties in one JVM, in processes of their own and in
 * containers.
 *
 * @param configuration what the operator said; it goes before everything else
 * @param kafka bootstrap servers
 * @param databases JDBC addresses by service
 * @param peers base URLs by service, of several instances separated by commas
 * @param publicUrl what people type
 * @param files where files are kept, shared by all instances of a service
 * @param clockOffset how far the domain's time is from the system's
 */
public record Surroundings(
        Configuration configuration,
        String kafka,
        Map<String, String> databases,
        Map<String, String> peers,
        URI publicUrl,
        Path files,
        Secrets secrets,
        Duration clockOffset) {

    /** All services, the gateway first. */
    public static final List<String> SERVICES = List.of("gateway", "submission", "review", "publication");

    /** The properties of one service. */
    public Map<String, String> of(String service) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("server.address", "localhost");
        properties.put("spring.datasource.url", databases.get(service));
        properties.put("spring.datasource.username", "postgres");
        properties.put("spring.datasource.password", "");
        properties.put("spring.datasource.hikari.maximum-pool-size", "16");
        properties.put("spring.kafka.bootstrap-servers", kafka);
        properties.put("imprimatur.public-url", publicUrl.toString());
        peers.forEach((peer, addresses) -> properties.put("imprimatur.peers." + peer, addresses));
        properties.put("imprimatur.assertion.key", secrets.assertionKey());
        properties.put("imprimatur.link.key", secrets.linkKey());
        if (service.equals("gateway")) {
            properties.put("imprimatur.setup-token", secrets.setupToken());
        }
        properties.put("imprimatur.documents.folder", files.resolve(service).toString());
        properties.put("imprimatur.mail.domain", publicUrl.getHost());
        properties.put("imprimatur.mail.from", "imprimatur@" + publicUrl.getHost());
        properties.put("imprimatur.messaging.partitions", "4");
        properties.put("imprimatur.clock.offset", clockOffset.toString());
        properties.putAll(configuration.of(service));
        properties.replaceAll((name, ours) -> configuration.value(service, name).orElse(ours));
        return properties;
    }
}

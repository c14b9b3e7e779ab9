package org.imprimatur.gateway.routing;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the services are. */
@ConfigurationProperties("imprimatur.peers")
public record Peers(URI submission, URI review, URI publication) {}

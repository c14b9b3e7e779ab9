package org.imprimatur.gateway.routing;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the services are: of each its instances' base URLs, separated by commas. */
@ConfigurationProperties("imprimatur.peers")
public record Peers(String submission, String review, String publication) {}

package org.imprimatur.gateway.routing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a service is waited for.
 *
 * @param connecting until it takes the connection
 * @param taking until it takes what was sent, or answers while another instance could be asked instead
 * @param answering until it answers when nobody else can: it may be setting a long article
 */
@ConfigurationProperties("imprimatur.routing")
record Patience(
        @DefaultValue("2s") Duration connecting,
        @DefaultValue("5s") Duration taking,
        @DefaultValue("60s") Duration answering) {}

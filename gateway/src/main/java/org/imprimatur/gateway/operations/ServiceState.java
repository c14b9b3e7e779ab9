package org.imprimatur.gateway.operations;

import java.util.Optional;

/** @param report empty when the service is away */
public record ServiceState(String service, Optional<Report> report) {}

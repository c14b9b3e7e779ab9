package org.imprimatur.messaging.autoconfigure;

import org.imprimatur.messaging.operations.jdbc.OperationsConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** {@code Operations} and {@code Metrics}: how the queues stand. The service gives {@code Tally}s of what else it counts. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
@Import(OperationsConfiguration.class)
public class OperationsAutoConfiguration {}

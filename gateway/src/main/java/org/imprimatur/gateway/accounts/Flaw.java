package org.imprimatur.gateway.accounts;

/** What is wrong with one field of an application, as a key of the message bundle. */
public record Flaw(String field, String reason) {}

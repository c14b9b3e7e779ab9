package org.imprimatur.web;

/** One entry of the main navigation; give a list of them as the model attribute {@code navigation}. */
public record NavItem(String label, String href, boolean current) {}

package org.imprimatur.web.mail;

/** A mail as it will be read: its subject on one line, and the same letter as HTML and as plain text. */
public record RenderedMail(String subject, String html, String text) {}

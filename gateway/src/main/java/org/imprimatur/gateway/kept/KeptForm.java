package org.imprimatur.gateway.kept;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody typed and sent when their session had ended.
 *
 * @param path where it was to go
 * @param page the page on which it was typed, where the browser said so
 * @param fields names and values as a form's body ({@code application/x-www-form-urlencoded}), without the form's token
 * @param sentAt when it was sent on, if it was
 */
public record KeptForm(String path, Optional<String> page, String fields, Instant keptAt, Optional<Instant> sentAt) {}

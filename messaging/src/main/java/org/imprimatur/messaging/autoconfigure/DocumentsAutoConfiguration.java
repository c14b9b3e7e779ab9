package org.imprimatur.messaging.autoconfigure;

import org.imprimatur.messaging.documents.folder.DocumentsConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** {@code Documents}, and {@code GET /internal/files/{sha256}} in a servlet application. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.imprimatur.messaging.autoconfigure.ErrandsAutoConfiguration"
        })
@Import(DocumentsConfiguration.class)
public class DocumentsAutoConfiguration {}

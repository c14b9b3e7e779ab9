package org.imprimatur.messaging.documents.folder;

import java.time.Duration;
import org.imprimatur.messaging.documents.Documents;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives peers what this service keeps. Who may ask is decided by the rule for {@code /internal/**}. */
@RestController
final class FilesController {

    private final Documents documents;

    FilesController(Documents documents) {
        this.documents = documents;
    }

    @GetMapping("/internal/files/{sha256}")
    ResponseEntity<byte[]> file(@PathVariable String sha256) {
        return documents
                .read(sha256)
                .map(content -> ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable())
                        .eTag(sha256)
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .header("X-Content-Type-Options", "nosniff")
                        .body(content))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}

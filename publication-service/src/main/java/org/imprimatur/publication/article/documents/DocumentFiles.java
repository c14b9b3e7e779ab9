package org.imprimatur.publication.article.documents;

import java.util.Optional;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.publication.article.Files;
import org.springframework.stereotype.Component;

@Component
class DocumentFiles implements Files {
    private final Documents documents;

    DocumentFiles(Documents documents) {
        this.documents = documents;
    }

    @Override
    public String keep(byte[] content) {
        return documents.keep(content);
    }

    @Override
    public Optional<byte[]> read(String sha256) {
        return documents.read(sha256);
    }
}

package org.imprimatur.review.correspondence.messaging;

import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.review.correspondence.Letters;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class DocumentLetters implements Letters {

    private final Documents documents;
    private final JsonMapper json;

    DocumentLetters(Documents documents, JsonMapper json) {
        this.documents = documents;
        this.json = json;
    }

    @Override
    public String keep(String subject, String body) {
        return documents.keep(json.writeValueAsBytes(new org.imprimatur.contracts.documents.Letter(subject, body)));
    }

    @Override
    public Letter read(String name) {
        var kept = json.readValue(
                documents
                        .read(name)
                        .orElseThrow(() -> new IllegalStateException("the letter " + name + " isn't kept any more")),
                org.imprimatur.contracts.documents.Letter.class);
        return new Letter(kept.subject(), kept.body());
    }
}

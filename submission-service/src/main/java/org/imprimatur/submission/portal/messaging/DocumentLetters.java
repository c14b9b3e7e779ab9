package org.imprimatur.submission.portal.messaging;

import java.util.Optional;
import org.imprimatur.contracts.documents.Letter;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.submission.portal.LettersRead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class DocumentLetters implements LettersRead {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentLetters.class);

    private final Documents documents;
    private final JsonMapper json;

    DocumentLetters(Documents documents, JsonMapper json) {
        this.documents = documents;
        this.json = json;
    }

    @Override
    public Optional<Text> read(String document) {
        try {
            Letter letter = json.readValue(documents.fetch(document, "review"), Letter.class);
            return Optional.of(new Text(letter.subject(), letter.body()));
        } catch (Documents.DocumentAway away) {
            LOG.info("letter {} can't be had now: {}", document, away.getMessage());
            return Optional.empty();
        }
    }
}

package org.imprimatur.review.round.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.imprimatur.intake.reading.ReadingManuscripts;
import org.imprimatur.intake.reading.ReadingResult;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.review.round.ManuscriptText;
import org.springframework.stereotype.Component;

/** Reads the author's file into structured text; a file never changes, so its text is remembered. */
@Component
class StructuredManuscriptText implements ManuscriptText {

    private static final int REMEMBERED = 50;
    private static final long LARGEST = 100L * 1024 * 1024;

    private final Documents documents;
    private final ReadingManuscripts reading = new ReadingManuscripts(LARGEST);
    private final Map<String, String> read = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    });

    StructuredManuscriptText(Documents documents) {
        this.documents = documents;
    }

    @Override
    public String html(String file) {
        String known = read.get(file);
        if (known != null) {
            return known;
        }
        String html = made(file);
        read.put(file, html);
        return html;
    }

    private String made(String file) {
        ReadingResult result = reading.read(documents.fetch(file, "submission"), "the manuscript");
        if (result instanceof ReadingResult.Read readable) {
            return new TextHtml().of(readable.text().withoutTitlePage());
        }
        throw new IllegalStateException("the manuscript " + file + " was readable when it came: "
                + ((ReadingResult.Unreadable) result).message());
    }
}

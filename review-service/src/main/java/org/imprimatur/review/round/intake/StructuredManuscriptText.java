package org.imprimatur.review.round.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.imprimatur.intake.copy.ReadingCopy;
import org.imprimatur.intake.reading.ReadingManuscripts;
import org.imprimatur.intake.reading.ReadingResult;
import org.imprimatur.intake.text.StructuredText;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.review.round.ManuscriptText;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads the author's file into structured text; a file never changes, so its text is remembered. */
@Component
class StructuredManuscriptText implements ManuscriptText {

    private static final int REMEMBERED = 50;
    private static final long LARGEST = 100L * 1024 * 1024;

    private final Documents documents;
    private final String banner;
    private final ReadingManuscripts reading = new ReadingManuscripts(LARGEST);
    private final Map<String, String> made = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    });

    StructuredManuscriptText(Documents documents, @Value("${imprimatur.banner:}") String banner) {
        this.documents = documents;
        this.banner = banner;
    }

    @Override
    public String html(String file) {
        String known = made.get(file);
        if (known != null) {
            return known;
        }
        String html = new TextHtml().of(read(file));
        made.put(file, html);
        return html;
    }

    @Override
    public byte[] copy(String file, String label) {
        return ReadingCopy.pdf(read(file), label, banner);
    }

    private StructuredText read(String file) {
        ReadingResult result = reading.read(documents.fetch(file, "submission"), "the manuscript");
        if (result instanceof ReadingResult.Read readable) {
            return readable.text().withoutTitlePage();
        }
        throw new IllegalStateException("the manuscript " + file + " was readable when it came: "
                + ((ReadingResult.Unreadable) result).message());
    }
}

package org.imprimatur.publication.site.web;

import java.util.List;
import org.imprimatur.publication.issue.ArticleRecords;
import org.imprimatur.publication.site.Readings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How articles are cited and how often they are read, for services at the moment of showing. */
@RestController
class InternalReadings {
    private static final int MOST = 100;
    private final ArticleRecords records;
    private final Readings readings;
    private final Shown shown;

    InternalReadings(ArticleRecords records, Readings readings, Shown shown) {
        this.records = records;
        this.readings = readings;
        this.shown = shown;
    }

    /** Of those of the manuscripts that have an article with settled pages; at most the first hundred. */
    @GetMapping("/internal/readings")
    List<Article> readings(@RequestParam List<String> manuscripts) {
        return manuscripts.stream()
                .distinct()
                .limit(MOST)
                .flatMap(manuscript -> records.settled(manuscript).stream().map(record -> {
                    Readings.Count count = readings.of(manuscript);
                    return new Article(
                            manuscript, shown.of(record).citations().get("apa"), count.pages(), count.pdfs());
                }))
                .toList();
    }

    /** @param citation in APA style */
    record Article(String manuscript, String citation, long pages, long pdfs) {}
}

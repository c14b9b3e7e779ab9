package org.imprimatur.publication.site.web;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.publication.site.BrowsingSite.ArticleView;
import org.imprimatur.publication.site.CountingReadings;
import org.imprimatur.publication.site.Readings.Kind;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Has a request counted that gets an article. */
@Component
class Counting {
    private final CountingReadings counting;
    private final DomainClock clock;

    Counting(CountingReadings counting, DomainClock clock) {
        this.counting = counting;
        this.clock = clock;
    }

    void count(ArticleView article, Kind kind, HttpServletRequest request) {
        String purpose = request.getHeader("Sec-Purpose");
        boolean ahead = !request.getMethod().equals("GET") || purpose != null && purpose.contains("prefetch");
        counting.read(article, kind, request.getHeader(HttpHeaders.USER_AGENT), ahead, clock.instant());
    }
}

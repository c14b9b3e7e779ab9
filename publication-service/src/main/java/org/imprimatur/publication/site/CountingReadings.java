package org.imprimatur.publication.site;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.imprimatur.publication.site.BrowsingSite.ArticleView;
import org.imprimatur.publication.site.Readings.Kind;

/**
 * Counts readings of listed articles, each in one statement, by days of UTC. No cookie and no address is looked at, so
 * whoever reads twice counts twice. Programs are left out by what they call themselves; one that lies is counted.
 */
public final class CountingReadings {
    private static final Pattern PROGRAM = Pattern.compile(
            "bot|crawl|spider|slurp|archiver|preview|monitor|headless|curl|wget|python|java/|java-http|okhttp|go-http|libwww",
            Pattern.CASE_INSENSITIVE);
    private final Readings readings;

    public CountingReadings(Readings readings) {
        this.readings = readings;
    }

    /**
     * @param agent what the reader's program calls itself (RFC 9110, section 10.1.5), or null
     * @param ahead whether it was only fetched in case somebody reads it
     */
    public void read(ArticleView article, Kind kind, String agent, boolean ahead, Instant at) {
        if (article.listed() && !ahead && isPerson(agent)) {
            readings.count(
                    article.slot().manuscript(), kind, at.atZone(ZoneOffset.UTC).toLocalDate());
        }
    }

    /** Whether a person's browser could call itself so. */
    static boolean isPerson(String agent) {
        return agent != null && !agent.isBlank() && !PROGRAM.matcher(agent).find();
    }
}

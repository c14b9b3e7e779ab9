package org.imprimatur.sandbox.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The frame all pages of the sandbox share: no script, one stylesheet of its own. */
public final class Page {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);
    private static final byte[] STYLE = style();

    private Page() {}

    private static byte[] style() {
        try (var in = Page.class.getResourceAsStream("sandbox.css")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the pages find their stylesheet. */
    public static final String STYLE_PATH = "/sandbox.css";

    /** The stylesheet. */
    public static Answer stylesheet() {
        return Answer.bytes(200, "text/css; charset=utf-8", STYLE);
    }

    /**
     * A whole page.
     *
     * @param home what the server is called, linked to its first page
     * @param warning what every page says above everything else
     */
    public static Answer of(int status, String home, String warning, String title, Html content) {
        var page = Html.of("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>{}</title>
                <link rel="stylesheet" href="{}">
                <link rel="icon" href="data:,">
                </head>
                <body>
                <p class="warning" role="note">{}</p>
                <header><a href="/">{}</a></header>
                <main>
                <h1>{}</h1>
                {}
                </main>
                </body>
                </html>
                """, title, STYLE_PATH, warning, home, title, content);
        return Answer.text(status, "text/html", page.markup())
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self';"
                                + " base-uri 'none'; frame-ancestors 'none'");
    }

    /** A time as a person reads it. */
    public static Html time(Instant at) {
        return Html.of("<time datetime=\"{}\">{}</time>", at, TIME.format(at));
    }
}

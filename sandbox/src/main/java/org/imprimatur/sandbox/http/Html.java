package org.imprimatur.sandbox.http;

import java.util.Collection;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of markup. Whatever is put into one that isn't itself {@code Html} is escaped, so nothing received from outside
 * can become markup.
 *
 * @param markup well-formed and safe to send
 */
public record Html(String markup) {

    /** Nothing. */
    public static final Html EMPTY = new Html("");

    private static final Pattern HOLE = Pattern.compile("\\{}");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]}]\\)?");

    /** The template with each {@code {}} filled, in order; values other than {@code Html} are escaped. */
    public static Html of(String template, Object... values) {
        var next = new int[1];
        return new Html(HOLE.matcher(template).replaceAll(hole -> Matcher.quoteReplacement(safe(values[next[0]++]))));
    }

    /** One piece for each item, one after the other. */
    public static <T> Html each(Collection<T> items, Function<T, Html> piece) {
        return new Html(items.stream().map(piece).map(Html::markup).collect(Collectors.joining()));
    }

    /** Plain text with its web addresses made into links that leave no referrer. */
    public static Html linked(String text) {
        var out = new StringBuilder();
        var end = 0;
        for (var found = LINK.matcher(text); found.find(); end = found.end()) {
            out.append(escape(text.substring(end, found.start())));
            out.append(of("<a href=\"{}\" rel=\"noreferrer\">{}</a>", found.group(), found.group()).markup);
        }
        return new Html(out.append(escape(text.substring(end))).toString());
    }

    /** The text as a link where it is a web address, otherwise as plain text: no other scheme is ever followed. */
    public static Html link(String address) {
        return address.startsWith("https://") || address.startsWith("http://")
                ? of("<a href=\"{}\" rel=\"noreferrer\">{}</a>", address, address)
                : of("{}", address);
    }

    private static String safe(Object value) {
        return value instanceof Html html ? html.markup : escape(String.valueOf(value));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

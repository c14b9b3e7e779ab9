package org.imprimatur.publication.rendering.web;

/** Writes HTML piece by piece; whatever a text or an attribute holds stays text. Attributes as in XmlWriter. */
final class HtmlWriter {

    private final StringBuilder out = new StringBuilder();

    HtmlWriter open(String name, String... attributes) {
        out.append('<').append(name);
        for (int at = 0; at < attributes.length; at += 2) {
            if (attributes[at + 1] != null) {
                out.append(' ').append(attributes[at]).append("=\"");
                escape(attributes[at + 1]);
                out.append('"');
            }
        }
        out.append('>');
        return this;
    }

    HtmlWriter close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    HtmlWriter text(String text) {
        escape(text);
        return this;
    }

    private void escape(String text) {
        text.codePoints()
                .filter(character -> character >= ' ' || character == '\n')
                .forEach(character -> {
                    switch (character) {
                        case '<' -> out.append("&lt;");
                        case '>' -> out.append("&gt;");
                        case '&' -> out.append("&amp;");
                        case '"' -> out.append("&quot;");
                        case '\'' -> out.append("&#39;");
                        default -> out.appendCodePoint(character);
                    }
                });
    }

    String written() {
        return out.toString();
    }
}

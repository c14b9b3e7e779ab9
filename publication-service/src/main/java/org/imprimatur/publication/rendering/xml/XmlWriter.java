package org.imprimatur.publication.rendering.xml;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML 1.0 piece by piece. What it gives is well-formed whatever the texts hold: markup characters are escaped
 * and characters that XML can't hold are left out. Attributes are names and values in turn; one with a null value is
 * left out.
 */
public final class XmlWriter {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inStartTag;

    /** Begins with an XML declaration. */
    public static XmlWriter document() {
        XmlWriter writer = new XmlWriter();
        writer.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return writer;
    }

    public static XmlWriter fragment() {
        return new XmlWriter();
    }

    public XmlWriter open(String name, String... attributes) {
        endStartTag();
        out.append('<').append(name);
        for (int at = 0; at < attributes.length; at += 2) {
            if (attributes[at + 1] != null) {
                out.append(' ').append(attributes[at]).append("=\"");
                escape(attributes[at + 1], true);
                out.append('"');
            }
        }
        inStartTag = true;
        open.push(name);
        return this;
    }

    public XmlWriter close() {
        String name = open.pop();
        if (inStartTag) {
            out.append("/>");
            inStartTag = false;
        } else {
            out.append("</").append(name).append('>');
        }
        return this;
    }

    /** An element with nothing but text in it. */
    public XmlWriter leaf(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    public XmlWriter empty(String name, String... attributes) {
        return open(name, attributes).close();
    }

    public XmlWriter text(String text) {
        if (!text.isEmpty()) {
            endStartTag();
            escape(text, false);
        }
        return this;
    }

    /** Runs a part of the writing, so that loops and choices can stand within a chain. */
    public XmlWriter with(Runnable part) {
        part.run();
        return this;
    }

    /** @throws IllegalStateException while an element is open */
    public String end() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("<" + open.peek() + "> is still open");
        }
        return out.toString();
    }

    private void endStartTag() {
        if (inStartTag) {
            out.append('>');
            inStartTag = false;
        }
    }

    private void escape(String text, boolean attribute) {
        text.codePoints().filter(XmlWriter::allowed).forEach(character -> {
            switch (character) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\n', '\t', '\r' -> {
                    if (attribute) {
                        out.append("&#").append(character).append(';');
                    } else {
                        out.appendCodePoint(character);
                    }
                }
                default -> out.appendCodePoint(character);
            }
        });
    }

    // XML 1.0, production 2
    private static boolean allowed(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}

package org.imprimatur.publication.rendering.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.Inline;
import org.imprimatur.publication.rendering.address.WebAddresses;
import org.imprimatur.publication.rendering.xml.XmlWriter;

/** Writes running text: fonts by script, marking, links, citations, footnotes. */
final class Running {

    static final String SERIF = "Source Serif 4";
    static final String INK_BLUE = "#1f3f77";

    /** The longest stretch of a word without a place to break it. */
    private static final int LONGEST_UNBROKEN = 24;

    /** Keeps what follows a word from right to left, a bracket or a number, from joining it. */
    private static final String LEFT_TO_RIGHT = "\u200E";

    private final XmlWriter fo;
    private final Faces faces;
    private final List<Inline.Footnote> endnotes = new ArrayList<>();
    private boolean notesAtEnd;
    private int footnotes;

    Running(XmlWriter fo, Faces faces) {
        this.fo = fo;
        this.faces = faces;
    }

    void text(String text) {
        for (Faces.Run run : faces.runs(Faces.clean(text))) {
            if (run.arabic()) {
                fo.leaf(
                        "fo:inline",
                        run.text(),
                        "font-family",
                        "Noto Naskh Arabic, Source Serif 4",
                        "font-size",
                        "108%",
                        "script",
                        "arab",
                        "language",
                        Faces.languageOf(run.text()),
                        "hyphenate",
                        "false",
                        "fox:abbreviation",
                        run.text());
                fo.text(LEFT_TO_RIGHT);
            } else {
                fo.text(breakable(run.text()));
            }
        }
    }

    /** Offers breaks in what no dictionary divides: addresses, and words of inhuman length. */
    static String breakable(String text) {
        StringBuilder out = new StringBuilder();
        for (String word : text.split("(?<= )")) {
            out.append(word.length() <= LONGEST_UNBROKEN ? word : withBreaks(word));
        }
        return out.toString();
    }

    private static String withBreaks(String word) {
        boolean address = word.contains("/") || word.contains("@") || word.contains("_");
        StringBuilder out = new StringBuilder();
        int unbroken = 0;
        for (int at = 0; at < word.length(); at++) {
            char character = word.charAt(at);
            out.append(character);
            unbroken++;
            boolean within = at + 1 < word.length()
                    && !Character.isSurrogate(character)
                    && !Character.isSurrogate(word.charAt(at + 1));
            boolean joint = address
                    && "/._-?&=#%@".indexOf(character) >= 0
                    && word.charAt(at + 1 < word.length() ? at + 1 : at) != '/';
            if (within && unbroken > 2 && joint || within && unbroken >= LONGEST_UNBROKEN) {
                out.append('\u200B');
                unbroken = 0;
            }
        }
        return out.toString();
    }

    void inlines(List<Inline> content) {
        content.forEach(this::inline);
    }

    /** The same with every address in the text as a link. */
    void linked(List<Inline> content) {
        for (Inline inline : content) {
            if (inline instanceof Inline.Text text) {
                linkAddresses(text.value());
            } else if (inline instanceof Inline.Emphasis it) {
                wrap("font-style", "italic", () -> linked(it.content()));
            } else if (inline instanceof Inline.Strong it) {
                wrap("font-weight", "600", () -> linked(it.content()));
            } else {
                inline(inline);
            }
        }
    }

    private void linkAddresses(String text) {
        for (WebAddresses.Part part : WebAddresses.in(text)) {
            if (part.address()) {
                link(part.text(), part.text());
            } else {
                text(part.text());
            }
        }
    }

    /** A link out of the document that shows a text. */
    void link(String href, String shown) {
        startLink(href);
        text(shown);
        fo.close();
    }

    private void startLink(String href) {
        fo.open(
                "fo:basic-link",
                "external-destination",
                "url('" + href.replace("'", "%27") + "')",
                "color",
                INK_BLUE,
                "hyphenate",
                "false",
                "fox:alt-text",
                href);
    }

    private void inline(Inline inline) {
        if (inline instanceof Inline.Text text) {
            text(text.value());
        } else if (inline instanceof Inline.Emphasis it) {
            wrap("font-style", "italic", () -> inlines(it.content()));
        } else if (inline instanceof Inline.Strong it) {
            wrap("font-weight", "600", () -> inlines(it.content()));
        } else if (inline instanceof Inline.Subscript it) {
            shifted("-20%", it.content());
        } else if (inline instanceof Inline.Superscript it) {
            shifted("35%", it.content());
        } else if (inline instanceof Inline.Link it) {
            startLink(it.href());
            inlines(it.content());
            fo.close();
        } else if (inline instanceof Inline.Citation it) {
            citation(it);
        } else if (inline instanceof Inline.Footnote it) {
            footnote(it);
        } else if (inline instanceof Inline.LineBreak) {
            fo.text("\n");
        } else {
            throw new IllegalArgumentException("Unknown inline " + inline);
        }
    }

    private void wrap(String property, String value, Runnable content) {
        fo.open("fo:inline", property, value).with(content).close();
    }

    private void shifted(String by, List<Inline> content) {
        fo.open("fo:inline", "font-size", "70%", "baseline-shift", by);
        inlines(content);
        fo.close();
    }

    /** A raised mark, as for affiliations and footnotes. */
    void mark(String mark) {
        fo.leaf("fo:inline", mark, "font-size", "68%", "baseline-shift", "35%");
    }

    private void citation(Inline.Citation citation) {
        Optional<String> reference = citation.referenceIds().stream().findFirst();
        reference.ifPresent(id -> fo.open(
                "fo:basic-link",
                "internal-destination",
                id,
                "fox:alt-text",
                "Reference: " + Faces.clean(citation.plain())));
        inlines(citation.content());
        reference.ifPresent(id -> fo.close());
    }

    private void footnote(Inline.Footnote footnote) {
        String number = String.valueOf(++footnotes);
        if (notesAtEnd) {
            fo.open("fo:basic-link", "internal-destination", "note" + number, "fox:alt-text", "Note " + number);
            mark(number);
            fo.close();
            endnotes.add(footnote);
            return;
        }
        fo.open("fo:footnote");
        mark(number);
        fo.open("fo:footnote-body");
        startNotes();
        note(number, footnote);
        fo.close().close().close();
    }

    void keepNotesForTheEnd() {
        notesAtEnd = true;
    }

    List<Inline.Footnote> notesForTheEnd() {
        return List.copyOf(endnotes);
    }

    void writeNotes() {
        startNotes();
        // a note may hold a note, which then comes behind it
        for (int at = 0; at < endnotes.size(); at++) {
            note(String.valueOf(at + 1), endnotes.get(at));
        }
        fo.close();
    }

    private void startNotes() {
        fo.open(
                "fo:list-block",
                "provisional-distance-between-starts",
                "4mm",
                "provisional-label-separation",
                "1mm",
                "start-indent",
                "0pt",
                "end-indent",
                "0pt",
                "text-indent",
                "0pt",
                "font-size",
                "8.5pt",
                "line-height",
                "11pt",
                "font-style",
                "normal",
                "font-weight",
                "400",
                "text-align",
                "justify",
                "space-before",
                "2pt");
    }

    private void note(String number, Inline.Footnote note) {
        fo.open("fo:list-item", "id", "note" + number)
                .open("fo:list-item-label", "end-indent", "label-end()")
                .leaf("fo:block", number)
                .close()
                .open("fo:list-item-body", "start-indent", "body-start()");
        for (Block.Paragraph paragraph : note.paragraphs()) {
            fo.open("fo:block");
            linked(paragraph.content());
            fo.close();
        }
        fo.close().close();
    }
}

package org.imprimatur.intake.text;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of running text. {@link #plain()} gives its words without any marking. */
public sealed interface Inline {

    /** The words alone. A line break is a newline; a footnote is no part of the sentence it stands in and gives "". */
    String plain();

    static String plain(List<Inline> content) {
        return content.stream().map(Inline::plain).collect(Collectors.joining());
    }

    /** Characters as they stand. */
    record Text(String value) implements Inline {
        @Override
        public String plain() {
            return value;
        }
    }

    /** Italic in the author's file. */
    record Emphasis(List<Inline> content) implements Inline {
        public Emphasis {
            content = List.copyOf(content);
        }

        @Override
        public String plain() {
            return Inline.plain(content);
        }
    }

    /** Bold in the author's file. */
    record Strong(List<Inline> content) implements Inline {
        public Strong {
            content = List.copyOf(content);
        }

        @Override
        public String plain() {
            return Inline.plain(content);
        }
    }

    record Subscript(List<Inline> content) implements Inline {
        public Subscript {
            content = List.copyOf(content);
        }

        @Override
        public String plain() {
            return Inline.plain(content);
        }
    }

    record Superscript(List<Inline> content) implements Inline {
        public Superscript {
            content = List.copyOf(content);
        }

        @Override
        public String plain() {
            return Inline.plain(content);
        }
    }

    /** A link out of the document; {@code href} begins with http://, https:// or mailto:, nothing else is kept. */
    record Link(String href, List<Inline> content) implements Inline {
        public Link {
            content = List.copyOf(content);
        }

        @Override
        public String plain() {
            return Inline.plain(content);
        }
    }

    /**
     * An in-text citation such as "Khan et al., 2023", without the brackets around it. It points to one reference when
     * it is right, to several when it is ambiguous, to none when nothing in the list fits.
     */
    record Citation(List<Inline> content, List<String> referenceIds) implements Inline {
        public Citation {
            content = List.copyOf(content);
            referenceIds = List.copyOf(referenceIds);
        }

        @Override
        public String plain() {
            return Inline.plain(content);
        }
    }

    /** A footnote or endnote, standing where its mark stood. */
    record Footnote(List<Block.Paragraph> paragraphs) implements Inline {
        public Footnote {
            paragraphs = List.copyOf(paragraphs);
        }

        @Override
        public String plain() {
            return "";
        }
    }

    /** A break of line within a paragraph, as in verse. */
    record LineBreak() implements Inline {
        @Override
        public String plain() {
            return "\n";
        }
    }
}

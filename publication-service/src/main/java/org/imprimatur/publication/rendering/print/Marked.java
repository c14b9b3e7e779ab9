package org.imprimatur.publication.rendering.print;

import java.util.List;
import org.imprimatur.intake.text.Inline;

/** What stands within a piece of marked text. */
final class Marked {

    private Marked() {}

    /** The content of an inline that has some; a footnote's is no part of its sentence. */
    static List<Inline> content(Inline inline) {
        if (inline instanceof Inline.Emphasis it) {
            return it.content();
        } else if (inline instanceof Inline.Strong it) {
            return it.content();
        } else if (inline instanceof Inline.Subscript it) {
            return it.content();
        } else if (inline instanceof Inline.Superscript it) {
            return it.content();
        } else if (inline instanceof Inline.Link it) {
            return it.content();
        } else if (inline instanceof Inline.Citation it) {
            return it.content();
        }
        return List.of();
    }
}

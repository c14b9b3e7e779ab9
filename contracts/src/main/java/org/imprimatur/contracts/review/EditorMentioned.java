package org.imprimatur.contracts.review;

import java.time.Instant;
import java.util.List;
import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/**
 * An editor wrote a note on a manuscript and named other editors in it. What it says stays in review-service and is read
 * on the manuscript's page, by those who may.
 *
 * @param number the manuscript's number, which is in the address of its page
 * @param note which note; one that is written anew and names more editors is said again with those only
 * @param by who wrote it; never among {@code mentioned}
 * @param mentioned accounts of editors of the journal, at least one
 */
@Wire(type = "imprimatur.review.editor-mentioned.v1", topic = "imprimatur.review")
public record EditorMentioned(
        String manuscript,
        String number,
        String journal,
        String note,
        String by,
        List<String> mentioned,
        Instant mentionedAt)
        implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "note/" + note;
    }
}

package org.imprimatur.review.manuscript;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.review.acting.Matter;

/**
 * A manuscript in its present version.
 *
 * @param number what people call it, for example {@code GPR-2024-017}
 * @param section the journal's section, or null
 * @param language BCP 47
 * @param policyVersion the version of the journal's policy that it began with, and keeps
 * @param authors accounts of its authors
 * @param acceptedVersion the version that was accepted
 */
public record Manuscript(
        String id,
        String number,
        String journal,
        String section,
        String articleType,
        String title,
        String abstractText,
        List<String> keywords,
        String language,
        int version,
        int policyVersion,
        String correspondingAccount,
        Set<String> authors,
        Optional<String> handlingEditor,
        Instant submittedAt,
        Optional<Instant> revisedAt,
        Optional<Instant> acceptedAt,
        Optional<Integer> acceptedVersion) {

    public Manuscript {
        keywords = List.copyOf(keywords);
        authors = Set.copyOf(authors);
    }

    public Matter matter() {
        return new Matter(journal, handlingEditor, authors);
    }

    public Manuscript givenTo(String editor) {
        return new Manuscript(
                id,
                number,
                journal,
                section,
                articleType,
                title,
                abstractText,
                keywords,
                language,
                version,
                policyVersion,
                correspondingAccount,
                authors,
                Optional.of(editor),
                submittedAt,
                revisedAt,
                acceptedAt,
                acceptedVersion);
    }

    /** In another version, with what its by-line metadata say now. */
    public Manuscript revised(
            int newVersion,
            String newTitle,
            String newAbstract,
            List<String> newKeywords,
            String newLanguage,
            Instant at) {
        return new Manuscript(
                id,
                number,
                journal,
                section,
                articleType,
                newTitle,
                newAbstract,
                newKeywords,
                newLanguage,
                newVersion,
                policyVersion,
                correspondingAccount,
                authors,
                handlingEditor,
                submittedAt,
                Optional.of(at),
                acceptedAt,
                acceptedVersion);
    }

    /** Accepted in its present version. */
    public Manuscript accepted(Instant at) {
        return new Manuscript(
                id,
                number,
                journal,
                section,
                articleType,
                title,
                abstractText,
                keywords,
                language,
                version,
                policyVersion,
                correspondingAccount,
                authors,
                handlingEditor,
                submittedAt,
                revisedAt,
                Optional.of(at),
                Optional.of(version));
    }
}

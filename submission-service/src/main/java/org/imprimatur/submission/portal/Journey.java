package org.imprimatur.submission.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the journal has said about one manuscript, each list in the order of time. */
public record Journey(
        List<Place> places, List<LetterKept> letters, List<ProofKnown> proofs, Optional<Publication> publication) {

    public static final Journey NOT_BEGUN = new Journey(List.of(), List.of(), List.of(), Optional.empty());

    public Optional<Place> now() {
        return places.isEmpty() ? Optional.empty() : Optional.of(places.get(places.size() - 1));
    }

    /** The proof that waits for the author. */
    public Optional<ProofKnown> proofToCheck() {
        return proofs.stream().filter(proof -> proof.answered().isEmpty()).reduce((earlier, later) -> later);
    }

    /** @param document names the letter at review-service */
    public record LetterKept(String document, String kind, Instant receivedAt) {}

    /** @param answered {@code approved} or {@code corrections}, empty while it waits */
    public record ProofKnown(String proof, int pages, Instant readyAt, Optional<String> answered) {}

    public record Publication(String doi, Instant publishedAt) {}
}

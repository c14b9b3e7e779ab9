package org.imprimatur.review.production;

import java.time.Instant;
import java.util.Optional;

/**
 * An author's wish for more days to check a proof; it is answered at publication-service, which keeps why.
 *
 * @param by the author's account
 */
public record ProofTime(
        String request,
        String manuscript,
        String proof,
        int days,
        String by,
        Instant askedAt,
        Optional<Instant> answeredAt) {

    ProofTime answered(Instant at) {
        return new ProofTime(request, manuscript, proof, days, by, askedAt, Optional.of(at));
    }
}

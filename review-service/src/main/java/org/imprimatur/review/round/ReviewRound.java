package org.imprimatur.review.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One round of review of one version.
 *
 * @param seats how many reviewers are invited side by side; 0 until reviewers are chosen
 * @param candidates in the order in which they are asked: those whom the editor chose, then the alternates
 */
public record ReviewRound(
        String manuscript,
        int round,
        int seats,
        int version,
        List<Candidate> candidates,
        Instant openedAt,
        Optional<Instant> closedAt) {

    private static final int MOST = 30;

    public ReviewRound {
        candidates = List.copyOf(candidates);
    }

    /** Somebody who may be invited; {@code invitation} once they were. */
    public record Candidate(String reviewer, boolean alternate, Optional<String> invitation) {}

    /** The next one to ask, if anybody is left. */
    public Optional<Candidate> next() {
        return candidates.stream()
                .filter(candidate -> candidate.invitation().isEmpty())
                .min(Comparator.comparing(Candidate::alternate));
    }

    /** The same with this candidate invited. */
    public ReviewRound invited(String reviewer, String invitation) {
        return with(
                seats,
                candidates.stream()
                        .map(candidate -> candidate.reviewer().equals(reviewer)
                                ? new Candidate(reviewer, candidate.alternate(), Optional.of(invitation))
                                : candidate)
                        .toList());
    }

    public ReviewRound closed(Instant at) {
        return new ReviewRound(manuscript, round, seats, version, candidates, openedAt, Optional.of(at));
    }

    /** What became of a choice. */
    public sealed interface Choice {}

    public record Chosen(ReviewRound round) implements Choice {}

    /** @param errors by field ({@code chosen}, {@code alternates}) */
    public record NotChosen(Map<String, String> errors) implements Choice {}

    /**
     * Takes an editor's list. Those who were asked before in this round stay as they are; all others are as the list
     * says.
     */
    public Choice choose(List<String> chosen, List<String> alternates) {
        Set<String> asked = candidates.stream()
                .filter(candidate -> candidate.invitation().isPresent())
                .map(Candidate::reviewer)
                .collect(Collectors.toSet());
        Map<String, String> errors = new LinkedHashMap<>();
        if (chosen.isEmpty()) {
            errors.put("chosen", "Choose at least one reviewer.");
        }
        if (chosen.size() + alternates.size() > MOST) {
            errors.put("alternates", "At most " + MOST + " reviewers in all.");
        }
        Set<String> seen = new HashSet<>();
        if (!chosen.stream().allMatch(seen::add) || !alternates.stream().allMatch(seen::add)) {
            errors.put("alternates", "Nobody can stand in the lists twice.");
        }
        if (seen.stream().anyMatch(asked::contains)) {
            errors.put("chosen", "Somebody in the list was asked in this round already.");
        }
        if (!errors.isEmpty()) {
            return new NotChosen(errors);
        }
        List<Candidate> all = new ArrayList<>(candidates.stream()
                .filter(candidate -> candidate.invitation().isPresent())
                .toList());
        chosen.forEach(reviewer -> all.add(new Candidate(reviewer, false, Optional.empty())));
        alternates.forEach(reviewer -> all.add(new Candidate(reviewer, true, Optional.empty())));
        return new Chosen(with(chosen.size(), all));
    }

    private ReviewRound with(int newSeats, List<Candidate> newCandidates) {
        return new ReviewRound(manuscript, round, newSeats, version, newCandidates, openedAt, closedAt);
    }
}

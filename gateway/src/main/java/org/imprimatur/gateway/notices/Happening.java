package org.imprimatur.gateway.notices;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something happened to a manuscript. Names nobody and quotes nothing: whoever is told goes to the page and is let in
 * there, or not.
 *
 * @param cause by which it is told once, however often it is said
 * @param actor who did it, or {@code process} and the like
 * @param named those whom it names, where it concerns whom it names
 */
public record Happening(Kind kind, String manuscript, String cause, String actor, Instant at, Set<String> named) {
    public Happening {
        named = Set.copyOf(named);
    }

    /** Whom it concerns: never whoever did it, and nobody as an editor who is among the authors. */
    public Set<String> audience(Matter matter, Staff staff) {
        Set<String> editors = matter.handlingEditor().map(Set::of).orElse(staff.managingEditors());
        Set<String> concerned = switch (kind.circle()) {
            case MANAGEMENT -> staff.managingEditors();
            case HANDLING -> editors;
            case HANDLING_AND_MANAGEMENT ->
                Stream.concat(editors.stream(), staff.managingEditors().stream())
                        .collect(Collectors.toSet());
            case PRODUCTION -> staff.productionEditors();
            case NAMED_EDITORS, NAMED_REVIEWERS -> named;
            case AUTHORS -> matter.authors();
        };
        Set<String> told = new HashSet<>(concerned);
        if (kind.page() != Kind.Page.AUTHORS) {
            told.removeAll(matter.authors());
        }
        told.remove(actor);
        return told;
    }

    /** Whether a service writes that person a letter about it, so that no mail of ours doubles it. */
    public boolean hasLetterFor(String account, Matter matter) {
        return switch (kind) {
            case RETURNED, DECIDED, PROOF_READY -> account.equals(matter.corresponding());
            case MANUSCRIPT_WITHDRAWN, REVIEW_REMINDED -> true;
            default -> false;
        };
    }
}

package org.imprimatur.submission.manuscript;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the authors say of their manuscript, as typed so far: nothing is lost because it isn't right yet. What has to
 * be right before it is handed in is in {@link HandingInRules}.
 *
 * @param language BCP 47
 * @param contributors in the order of the by-line
 * @param fromFile what was read out of the file and hasn't been changed by the author since
 * @param reviewers whom the authors suggest and whom they ask not to be asked
 */
public record Metadata(
        String title,
        String abstractText,
        List<String> keywords,
        String language,
        List<Contributor> contributors,
        Set<Part> fromFile,
        List<NamedReviewer> reviewers) {

    /** What a file's title page can say. */
    public enum Part {
        TITLE,
        ABSTRACT,
        KEYWORDS,
        CONTRIBUTORS
    }

    /** More than anybody types by intent; what is longer is refused before it is kept. */
    public static final int MOST_TYPED = 20_000;

    public Metadata {
        keywords = List.copyOf(keywords);
        contributors = List.copyOf(contributors);
        fromFile = Set.copyOf(fromFile);
        reviewers = reviewers == null ? List.of() : List.copyOf(reviewers);
    }

    public static Metadata empty() {
        return new Metadata("", "", List.of(), "en", List.of(), Set.of(), List.of());
    }

    public Metadata about(String newTitle, String newAbstract, List<String> newKeywords) {
        Set<Part> left = EnumSet.noneOf(Part.class);
        left.addAll(fromFile);
        forget(left, Part.TITLE, !title.equals(newTitle));
        forget(left, Part.ABSTRACT, !abstractText.equals(newAbstract));
        forget(left, Part.KEYWORDS, !keywords.equals(newKeywords));
        return new Metadata(newTitle, newAbstract, newKeywords, language, contributors, left, reviewers);
    }

    public Metadata by(List<Contributor> newContributors) {
        Set<Part> left = EnumSet.noneOf(Part.class);
        left.addAll(fromFile);
        forget(left, Part.CONTRIBUTORS, !contributors.equals(newContributors));
        return new Metadata(title, abstractText, keywords, language, newContributors, left, reviewers);
    }

    public Metadata naming(List<NamedReviewer> newReviewers) {
        return new Metadata(title, abstractText, keywords, language, contributors, fromFile, newReviewers);
    }

    /** What the file says of this part, in place of what is typed; of people it knows, what else is typed stays. */
    Metadata taking(Part part, Proposal proposal) {
        Metadata emptied = new Metadata(
                part == Part.TITLE ? "" : title,
                part == Part.ABSTRACT ? "" : abstractText,
                part == Part.KEYWORDS ? List.of() : keywords,
                language,
                part == Part.CONTRIBUTORS ? List.of() : contributors,
                fromFile,
                reviewers);
        return emptied.filledFrom(
                part == Part.TITLE ? proposal.title().orElse("") : "",
                part == Part.ABSTRACT ? proposal.abstractText().orElse("") : "",
                part == Part.KEYWORDS ? proposal.keywords() : List.of(),
                part == Part.CONTRIBUTORS
                        ? proposal.contributors().stream()
                                .map(this::withWhatIsTyped)
                                .toList()
                        : List.of());
    }

    private Contributor withWhatIsTyped(Contributor said) {
        return contributors.stream()
                .filter(known -> known.name().equalsIgnoreCase(said.name()))
                .findFirst()
                .orElse(said);
    }

    private static void forget(Set<Part> parts, Part part, boolean changed) {
        if (changed) {
            parts.remove(part);
        }
    }

    /** What the file says, wherever nothing is typed yet. */
    Metadata filledFrom(
            String itsTitle, String itsAbstract, List<String> itsKeywords, List<Contributor> itsContributors) {
        Set<Part> read = EnumSet.noneOf(Part.class);
        read.addAll(fromFile);
        return new Metadata(
                title.isBlank() ? read(read, Part.TITLE, itsTitle, itsTitle.isBlank()) : title,
                abstractText.isBlank() ? read(read, Part.ABSTRACT, itsAbstract, itsAbstract.isBlank()) : abstractText,
                keywords.isEmpty() ? read(read, Part.KEYWORDS, itsKeywords, itsKeywords.isEmpty()) : keywords,
                language,
                contributors.isEmpty()
                        ? read(read, Part.CONTRIBUTORS, itsContributors, itsContributors.isEmpty())
                        : contributors,
                read,
                reviewers);
    }

    private static <T> T read(Set<Part> parts, Part part, T value, boolean nothing) {
        if (!nothing) {
            parts.add(part);
        }
        return value;
    }

    /**
     * @param account the contributor's account where there is one, else ""
     * @param position what stands before the affiliation in print, for example "PhD Scholar"
     */
    public record Contributor(
            String given,
            String family,
            String email,
            String account,
            String orcid,
            String position,
            List<Affiliation> affiliations,
            List<String> roles,
            boolean corresponding) {

        public Contributor {
            affiliations = List.copyOf(affiliations);
            roles = List.copyOf(roles);
        }

        Contributor withAccount(String itsAccount) {
            return new Contributor(
                    given, family, email, itsAccount, orcid, position, affiliations, roles, corresponding);
        }

        public String name() {
            return (given + " " + family).strip();
        }

        /** Where they work, in one line. */
        public String place() {
            return affiliations.stream()
                    .map(Affiliation::name)
                    .filter(name -> !name.isBlank())
                    .collect(Collectors.joining("; "));
        }
    }

    /**
     * @param name department, institution, city and country as they are to be printed
     * @param ror the institution's bare ROR id, or ""
     */
    public record Affiliation(String name, String ror) {}

    /** @param why what makes them fit, or why they should not be asked; the editors read it, reviewers never do */
    public record NamedReviewer(Wish wish, String name, String email, String institution, String why) {}

    /** What the authors would like of somebody. */
    public enum Wish {
        SUGGESTED,
        OPPOSED
    }
}

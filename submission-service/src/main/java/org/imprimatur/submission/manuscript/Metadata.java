package org.imprimatur.submission.manuscript;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the authors say of their manuscript, as typed so far: nothing is lost because it isn't right yet. What has to
 * be right before it is handed in is in {@link HandingInRules}.
 *
 * @param language BCP 47
 * @param contributors in the order of the by-line
 * @param fromFile what was read out of the file and hasn't been changed by the author since
 */
public record Metadata(
        String title,
        String abstractText,
        List<String> keywords,
        String language,
        List<Contributor> contributors,
        Set<Part> fromFile) {

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
    }

    public static Metadata empty() {
        return new Metadata("", "", List.of(), "en", List.of(), Set.of());
    }

    public Metadata about(String newTitle, String newAbstract, List<String> newKeywords) {
        Set<Part> left = EnumSet.noneOf(Part.class);
        left.addAll(fromFile);
        forget(left, Part.TITLE, !title.equals(newTitle));
        forget(left, Part.ABSTRACT, !abstractText.equals(newAbstract));
        forget(left, Part.KEYWORDS, !keywords.equals(newKeywords));
        return new Metadata(newTitle, newAbstract, newKeywords, language, contributors, left);
    }

    public Metadata by(List<Contributor> newContributors) {
        Set<Part> left = EnumSet.noneOf(Part.class);
        left.addAll(fromFile);
        forget(left, Part.CONTRIBUTORS, !contributors.equals(newContributors));
        return new Metadata(title, abstractText, keywords, language, newContributors, left);
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
                read);
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
            String affiliation,
            List<String> roles,
            boolean corresponding) {

        public Contributor {
            roles = List.copyOf(roles);
        }

        Contributor withAccount(String itsAccount) {
            return new Contributor(
                    given, family, email, itsAccount, orcid, position, affiliation, roles, corresponding);
        }

        public String name() {
            return (given + " " + family).strip();
        }
    }
}

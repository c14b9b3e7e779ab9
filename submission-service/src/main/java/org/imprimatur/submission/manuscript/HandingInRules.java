package org.imprimatur.submission.manuscript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imprimatur.submission.manuscript.Metadata.Contributor;

/** What must hold before a manuscript is handed in; each rule is a function of its own. */
public final class HandingInRules {

    public static final int LONGEST_TITLE = 400;
    public static final int LONGEST_ABSTRACT = 5_000;
    public static final int MOST_KEYWORDS = 10;

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,;<>\"]{1,64}@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]{2,}");
    private static final Pattern ORCID = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]");

    private static final List<Function<Manuscript, List<Problem>>> ABOUT = List.of(
            HandingInRules::aTitleThatCanBePrinted,
            HandingInRules::anAbstract,
            HandingInRules::keywordsThatReadersSearchFor);
    private static final List<Function<Manuscript, List<Problem>>> CONTRIBUTORS = List.of(
            HandingInRules::atLeastOneContributor,
            HandingInRules::eachContributorIsNamedAndPlaced,
            HandingInRules::exactlyOneCorrespondingContributor,
            HandingInRules::addressesThatMailReaches,
            HandingInRules::orcidsThatCheck);
    private static final List<Function<Manuscript, List<Problem>>> FILE =
            List.of(HandingInRules::aFileThatCouldBeRead, HandingInRules::aResponseWhereReviewersAsked);

    private HandingInRules() {}

    /** All that is wrong, in the order of the form; empty when it can be handed in. */
    public static List<Problem> problems(Manuscript manuscript) {
        return Stream.of(FILE, ABOUT, CONTRIBUTORS)
                .flatMap(rules -> judged(rules, manuscript).stream())
                .toList();
    }

    /** What is missing of the file and, where reviewers asked, of the response. */
    public static List<Problem> problemsOfFile(Manuscript manuscript) {
        return judged(FILE, manuscript);
    }

    /** What is wrong with title, abstract and keywords. */
    public static List<Problem> problemsAbout(Manuscript manuscript) {
        return judged(ABOUT, manuscript);
    }

    /** What is wrong with the contributors. */
    public static List<Problem> problemsOfContributors(Manuscript manuscript) {
        return judged(CONTRIBUTORS, manuscript);
    }

    private static List<Problem> judged(List<Function<Manuscript, List<Problem>>> rules, Manuscript manuscript) {
        return rules.stream().flatMap(rule -> rule.apply(manuscript).stream()).toList();
    }

    static List<Problem> aTitleThatCanBePrinted(Manuscript manuscript) {
        String title = manuscript.metadata().title().strip();
        if (title.isEmpty()) {
            return List.of(new Problem("title", "Give the manuscript its title, as it is to be printed."));
        }
        return title.length() <= LONGEST_TITLE
                ? List.of()
                : List.of(new Problem(
                        "title",
                        "The title has %,d characters; at most %d can be printed and registered. Shorten it by %,d."
                                .formatted(title.length(), LONGEST_TITLE, title.length() - LONGEST_TITLE)));
    }

    static List<Problem> anAbstract(Manuscript manuscript) {
        String text = manuscript.metadata().abstractText().strip();
        if (text.isEmpty()) {
            return List.of(
                    new Problem("abstract", "Write an abstract: it is what reviewers are shown when they are asked."));
        }
        return text.length() <= LONGEST_ABSTRACT
                ? List.of()
                : List.of(new Problem(
                        "abstract",
                        "The abstract has %,d characters; keep it within %,d."
                                .formatted(text.length(), LONGEST_ABSTRACT)));
    }

    static List<Problem> keywordsThatReadersSearchFor(Manuscript manuscript) {
        List<String> keywords = manuscript.metadata().keywords();
        if (keywords.isEmpty()) {
            return List.of(new Problem("keywords", "Name at least one keyword; separate several by semicolons."));
        }
        if (keywords.size() > MOST_KEYWORDS) {
            return List.of(new Problem(
                    "keywords",
                    "There are %d keywords; keep the %d that matter most.".formatted(keywords.size(), MOST_KEYWORDS)));
        }
        return keywords.stream().anyMatch(keyword -> keyword.length() > 100)
                ? List.of(new Problem(
                        "keywords", "One keyword is longer than 100 characters: separate keywords by semicolons."))
                : List.of();
    }

    static List<Problem> atLeastOneContributor(Manuscript manuscript) {
        return manuscript.metadata().contributors().isEmpty()
                ? List.of(new Problem("contributors", "Name everybody who wrote it, in the order of the by-line."))
                : List.of();
    }

    static List<Problem> eachContributorIsNamedAndPlaced(Manuscript manuscript) {
        List<Problem> problems = new ArrayList<>();
        each(manuscript, (at, contributor) -> {
            if (contributor.family().isBlank()) {
                problems.add(new Problem(
                        "family-" + at,
                        "Contributor %d: write the family name (or the only name) here.".formatted(at + 1)));
            }
            if (contributor.affiliation().isBlank()) {
                problems.add(
                        new Problem("affiliation-" + at, "%s: which institution?".formatted(called(contributor, at))));
            }
        });
        return problems;
    }

    static List<Problem> exactlyOneCorrespondingContributor(Manuscript manuscript) {
        List<Contributor> contributors = manuscript.metadata().contributors();
        long corresponding =
                contributors.stream().filter(Contributor::corresponding).count();
        if (contributors.isEmpty() || corresponding == 1) {
            return List.of();
        }
        return List.of(new Problem(
                "corresponding",
                corresponding == 0
                        ? "Choose the corresponding author: the one whom readers and the journal write to."
                        : "Choose one corresponding author only."));
    }

    static List<Problem> addressesThatMailReaches(Manuscript manuscript) {
        List<Problem> problems = new ArrayList<>();
        each(manuscript, (at, contributor) -> {
            if (!ADDRESS.matcher(contributor.email()).matches()) {
                problems.add(new Problem(
                        "email-" + at,
                        "%s: write a mail address such as name@university.edu.".formatted(called(contributor, at))));
            }
        });
        return problems;
    }

    static List<Problem> orcidsThatCheck(Manuscript manuscript) {
        List<Problem> problems = new ArrayList<>();
        each(manuscript, (at, contributor) -> {
            if (!contributor.orcid().isBlank() && !checks(contributor.orcid())) {
                problems.add(new Problem(
                        "orcid-" + at,
                        "%s: this is no ORCID iD; it has sixteen digits such as 0000-0002-1825-0097, and the last one checks the others."
                                .formatted(called(contributor, at))));
            }
        });
        return problems;
    }

    static List<Problem> aFileThatCouldBeRead(Manuscript manuscript) {
        return manuscript.file().isPresent()
                ? List.of()
                : List.of(new Problem("file", "Upload the manuscript as a Word file (.docx)."));
    }

    static List<Problem> aResponseWhereReviewersAsked(Manuscript manuscript) {
        Optional<Reopening> reopening = manuscript.reopening();
        return reopening.isPresent()
                        && reopening.get().kind().needsResponse()
                        && manuscript.response().isBlank()
                ? List.of(new Problem("response", "Answer the reviewers, point by point."))
                : List.of();
    }

    private interface Look {
        void at(int index, Contributor contributor);
    }

    private static void each(Manuscript manuscript, Look look) {
        List<Contributor> contributors = manuscript.metadata().contributors();
        for (int at = 0; at < contributors.size(); at++) {
            look.at(at, contributors.get(at));
        }
    }

    private static String called(Contributor contributor, int at) {
        return contributor.name().isBlank() ? "Contributor " + (at + 1) : contributor.name();
    }

    // ISO/IEC 7064:2003, MOD 11-2, as ORCID uses it
    private static boolean checks(String orcid) {
        if (!ORCID.matcher(orcid).matches()) {
            return false;
        }
        String digits = orcid.replace("-", "");
        int total = 0;
        for (char digit : digits.substring(0, 15).toCharArray()) {
            total = (total + Character.digit(digit, 10)) * 2 % 11;
        }
        int check = (12 - total) % 11;
        return digits.charAt(15) == (check == 10 ? 'X' : Character.forDigit(check, 10));
    }
}

package org.imprimatur.submission.manuscript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imprimatur.submission.manuscript.Metadata.Contributor;
import org.imprimatur.submission.manuscript.Metadata.NamedReviewer;
import org.imprimatur.submission.manuscript.Metadata.Wish;

/** What must hold before a manuscript is handed in; each rule is a function of its own. */
public final class HandingInRules {

    public static final int LONGEST_TITLE = 400;
    public static final int LONGEST_ABSTRACT = 5_000;
    public static final int MOST_KEYWORDS = 10;
    public static final int LONGEST_KEYWORD = 100;

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,;<>\"]{1,64}@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]{2,}");

    private static final List<Function<Manuscript, List<Problem>>> ABOUT = List.of(
            HandingInRules::aTitleThatCanBePrinted,
            HandingInRules::anAbstract,
            HandingInRules::keywordsThatReadersSearchFor);
    private static final List<Function<Manuscript, List<Problem>>> CONTRIBUTORS = List.of(
            HandingInRules::atLeastOneContributor,
            HandingInRules::eachContributorIsNamedAndPlaced,
            HandingInRules::exactlyOneCorrespondingContributor,
            HandingInRules::addressesThatMailReaches,
            HandingInRules::identifiersThatCheck);
    private static final List<Function<Manuscript, List<Problem>>> REVIEWERS =
            List.of(HandingInRules::reviewersWhoCanBeAsked);
    private static final List<Function<Manuscript, List<Problem>>> FILE =
            List.of(HandingInRules::aFileThatCouldBeRead, HandingInRules::aResponseWhereReviewersAsked);

    private HandingInRules() {}

    /** All that is wrong, in the order of the form; empty when it can be handed in. */
    public static List<Problem> problems(Manuscript manuscript) {
        return Stream.of(FILE, ABOUT, CONTRIBUTORS, REVIEWERS)
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

    /** What is wrong with the reviewers that the authors name; naming none is right. */
    public static List<Problem> problemsOfReviewers(Manuscript manuscript) {
        return judged(REVIEWERS, manuscript);
    }

    private static List<Problem> judged(List<Function<Manuscript, List<Problem>>> rules, Manuscript manuscript) {
        return rules.stream().flatMap(rule -> rule.apply(manuscript).stream()).toList();
    }

    static List<Problem> aTitleThatCanBePrinted(Manuscript manuscript) {
        String title = manuscript.metadata().title().strip();
        if (title.isEmpty()) {
            return List.of(Problem.of("title", "problem.title.none"));
        }
        return title.length() <= LONGEST_TITLE
                ? List.of()
                : List.of(Problem.of(
                        "title", "problem.title.long", title.length(), LONGEST_TITLE, title.length() - LONGEST_TITLE));
    }

    static List<Problem> anAbstract(Manuscript manuscript) {
        String text = manuscript.metadata().abstractText().strip();
        if (text.isEmpty()) {
            return List.of(Problem.of("abstract", "problem.abstract.none"));
        }
        return text.length() <= LONGEST_ABSTRACT
                ? List.of()
                : List.of(Problem.of("abstract", "problem.abstract.long", text.length(), LONGEST_ABSTRACT));
    }

    static List<Problem> keywordsThatReadersSearchFor(Manuscript manuscript) {
        List<String> keywords = manuscript.metadata().keywords();
        if (keywords.isEmpty()) {
            return List.of(Problem.of("keywords", "problem.keywords.none"));
        }
        if (keywords.size() > MOST_KEYWORDS) {
            return List.of(Problem.of("keywords", "problem.keywords.many", keywords.size(), MOST_KEYWORDS));
        }
        return keywords.stream().anyMatch(keyword -> keyword.length() > LONGEST_KEYWORD)
                ? List.of(Problem.of("keywords", "problem.keywords.long", LONGEST_KEYWORD))
                : List.of();
    }

    static List<Problem> atLeastOneContributor(Manuscript manuscript) {
        return manuscript.metadata().contributors().isEmpty()
                ? List.of(Problem.of("contributors", "problem.contributors.none"))
                : List.of();
    }

    static List<Problem> eachContributorIsNamedAndPlaced(Manuscript manuscript) {
        List<Problem> problems = new ArrayList<>();
        each(manuscript, (at, contributor) -> {
            if (contributor.family().isBlank()) {
                problems.add(Problem.of("family-" + at, "problem.family.none", at + 1));
            }
            if (contributor.place().isBlank()) {
                problems.add(about(contributor, at, "affiliation-" + at, "affiliation"));
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
        return List.of(Problem.of(
                "corresponding", corresponding == 0 ? "problem.corresponding.none" : "problem.corresponding.several"));
    }

    static List<Problem> addressesThatMailReaches(Manuscript manuscript) {
        List<Problem> problems = new ArrayList<>();
        each(manuscript, (at, contributor) -> {
            if (!ADDRESS.matcher(contributor.email()).matches()) {
                problems.add(about(contributor, at, "email-" + at, "email"));
            }
        });
        return problems;
    }

    static List<Problem> identifiersThatCheck(Manuscript manuscript) {
        List<Problem> problems = new ArrayList<>();
        each(manuscript, (at, contributor) -> {
            if (!contributor.orcid().isBlank() && !Identifiers.orcid(contributor.orcid())) {
                problems.add(about(contributor, at, "orcid-" + at, "orcid"));
            }
            if (contributor.affiliations().stream()
                    .anyMatch(place -> !place.ror().isBlank() && !Identifiers.ror(place.ror()))) {
                problems.add(about(contributor, at, "affiliation-" + at, "ror"));
            }
        });
        return problems;
    }

    static List<Problem> reviewersWhoCanBeAsked(Manuscript manuscript) {
        List<Problem> problems = new ArrayList<>();
        List<NamedReviewer> reviewers = manuscript.metadata().reviewers();
        for (int at = 0; at < reviewers.size(); at++) {
            NamedReviewer reviewer = reviewers.get(at);
            if (reviewer.name().isBlank()) {
                problems.add(Problem.of("name-" + at, "problem.reviewer.name", at + 1));
            }
            if (reviewer.wish() == Wish.SUGGESTED || !reviewer.email().isBlank()) {
                if (!ADDRESS.matcher(reviewer.email()).matches()) {
                    problems.add(Problem.of("email-" + at, "problem.reviewer.email", at + 1));
                }
            }
            if (reviewer.why().isBlank()) {
                problems.add(Problem.of("why-" + at, "problem.reviewer.why", at + 1));
            }
            if (manuscript.metadata().contributors().stream()
                    .anyMatch(one -> !one.email().isBlank() && one.email().equalsIgnoreCase(reviewer.email()))) {
                problems.add(Problem.of("email-" + at, "problem.reviewer.contributor", at + 1));
            }
        }
        return problems;
    }

    static List<Problem> aFileThatCouldBeRead(Manuscript manuscript) {
        return manuscript.file().isPresent() ? List.of() : List.of(Problem.of("file", "problem.file.none"));
    }

    static List<Problem> aResponseWhereReviewersAsked(Manuscript manuscript) {
        Optional<Reopening> reopening = manuscript.reopening();
        return reopening.isPresent()
                        && reopening.get().kind().needsResponse()
                        && manuscript.response().isBlank()
                ? List.of(Problem.of("response", "problem.response.none"))
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

    // by name where there is one, else by the place in the by-line
    private static Problem about(Contributor contributor, int at, String field, String what) {
        return contributor.name().isBlank()
                ? Problem.of(field, "problem." + what + ".number", at + 1)
                : Problem.of(field, "problem." + what, contributor.name());
    }
}

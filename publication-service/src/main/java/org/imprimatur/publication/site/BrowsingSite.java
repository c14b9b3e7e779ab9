package org.imprimatur.publication.site;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.publication.article.Addresses;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.bibliographic.ArticleNumber;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.PageRange;
import org.imprimatur.publication.issue.ArticleRecords;
import org.imprimatur.publication.issue.Issue;
import org.imprimatur.publication.issue.Issues;
import org.imprimatur.publication.issue.Listed;
import org.imprimatur.publication.issue.Listings;
import org.imprimatur.publication.issue.Slot;
import org.imprimatur.publication.journal.Journal;
import org.imprimatur.publication.journal.JournalSection;
import org.imprimatur.publication.journal.Journals;
import org.imprimatur.publication.production.Galley;
import org.imprimatur.publication.production.Galleys;

/**
 * What readers may see. An issue and its articles answer from their closing on, since their DOIs lead to them; they are
 * listed, here and for harvesters, from their publication on.
 */
public final class BrowsingSite {
    private static final Pattern SLUG = Pattern.compile("([0-9]{1,4})-([0-9]{1,4})-([0-9]{2,4})");
    private final Journals journals;
    private final Issues issues;
    private final Galleys galleys;
    private final ArticleRecords records;
    private final Listings listings;

    public BrowsingSite(Journals journals, Issues issues, Galleys galleys, ArticleRecords records, Listings listings) {
        this.journals = journals;
        this.issues = issues;
        this.galleys = galleys;
        this.records = records;
        this.listings = listings;
    }

    /** An issue with the journal as it was when the issue was closed. */
    public record IssueView(Journal journal, Issue issue, Doi volumeDoi, Doi issueDoi, List<Part> parts) {
        public boolean listed() {
            return issue.isListed();
        }

        public int lastPage() {
            return issue.nextPage() - 1;
        }
    }

    /** A section of the contents. */
    public record Part(String section, List<Entry> entries) {}

    /** A line of the contents. */
    public record Entry(String path, String title, String byLine, PageRange pages, Doi doi, boolean withdrawn) {}

    /** An article's page. */
    public record ArticleView(Journal journal, Issue issue, Slot slot, ArticleRecord record) {
        public boolean listed() {
            return issue.isListed() && !slot.withdrawn();
        }

        /** Address of the page without host. */
        public String path() {
            return Addresses.articlePath(journal.key(), issue.designation(), slot.number());
        }
    }

    public List<Journal> journals() {
        return journals.all();
    }

    public Optional<Journal> journal(String key) {
        return journals.find(key);
    }

    /** The journal's published issues, newest first. */
    public List<Issue> listed(String journal) {
        return issues.of(journal).stream().filter(Issue::isListed).toList();
    }

    /** The published issue that came out last. */
    public Optional<IssueView> current(String journal) {
        return listed(journal).stream()
                .max(Comparator.comparing(issue -> issue.publishedAt().orElseThrow()))
                .map(this::view);
    }

    /** The closed issues of a volume, newest first; the first of them tells the volume's label and DOI. */
    public List<IssueView> volume(String journal, int volume) {
        return issues.of(journal).stream()
                .filter(issue -> issue.designation().volume() == volume && !issue.isOpen())
                .map(this::view)
                .toList();
    }

    public Optional<IssueView> issue(String journal, int volume, int number) {
        return issues.find(journal, volume, number)
                .filter(issue -> !issue.isOpen())
                .map(this::view);
    }

    private IssueView view(Issue issue) {
        Journal journal = asOf(issue);
        Map<String, PageRange> pages = issue.pages();
        List<Line> lines = issue.slots().stream()
                .map(slot -> {
                    Galley galley = galleys.approved(slot.manuscript()).orElseThrow();
                    Galley.Sheet sheet = galley.sheet().orElseThrow();
                    return new Line(
                            journal.section(galley.order().section())
                                    .map(JournalSection::title)
                                    .orElse(""),
                            new Entry(
                                    Addresses.articlePath(issue.journal(), issue.designation(), slot.number()),
                                    sheet.title(),
                                    sheet.byLine(),
                                    pages.get(slot.manuscript()),
                                    slot.fixed().orElseThrow().doi(),
                                    slot.withdrawn()));
                })
                .toList();
        List<Part> parts = lines.stream()
                .map(Line::section)
                .distinct()
                .map(section -> new Part(
                        section,
                        lines.stream()
                                .filter(line -> line.section().equals(section))
                                .map(Line::entry)
                                .toList()))
                .toList();
        return new IssueView(
                journal,
                issue,
                journal.volumeDoi(issue.designation()).orThrow(),
                journal.issueDoi(issue.designation()).orThrow(),
                parts);
    }

    private record Line(String section, Entry entry) {}

    private Journal asOf(Issue issue) {
        return journals.find(issue.journal(), issue.journalVersion().orElseThrow())
                .orElseThrow();
    }

    /** @param slug as in {@link Addresses#articlePath}: volume, issue and number */
    public Optional<ArticleView> article(String journal, String slug) {
        Matcher parts = SLUG.matcher(slug);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int volume = Integer.parseInt(parts.group(1));
        int number = Integer.parseInt(parts.group(2));
        return issues.find(journal, volume, number)
                .filter(issue -> !issue.isOpen())
                .flatMap(issue -> issue.slots().stream()
                        .filter(slot -> slot.number().toString().equals(parts.group(3)))
                        .findFirst()
                        .map(slot -> new ArticleView(
                                asOf(issue),
                                issue,
                                slot,
                                records.settled(issue, slot.manuscript()).orElseThrow())));
    }

    /** A listed article by name; cheap. */
    public Optional<Listed> listed(String journal, String slug) {
        Matcher parts = SLUG.matcher(slug);
        return parts.matches()
                ? listings.find(
                                journal,
                                Integer.parseInt(parts.group(1)),
                                Integer.parseInt(parts.group(2)),
                                new ArticleNumber(Integer.parseInt(parts.group(3))))
                        .filter(listed -> listed.slug().equals(slug))
                : Optional.empty();
    }
}

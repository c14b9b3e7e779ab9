package org.imprimatur.publication.production;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.imprimatur.publication.article.ArticleUnderProduction;
import org.imprimatur.publication.article.Completion;
import org.imprimatur.publication.article.Files;
import org.imprimatur.publication.article.Typeset;
import org.imprimatur.publication.article.Typesetting;
import org.imprimatur.publication.journal.Journal;
import org.imprimatur.publication.journal.Journals;

/** Makes proofs: an order is taken at once, the typesetting is done apart from it, since it takes its time. */
public final class ProducingGalleys {
    private final Galleys galleys;
    private final CorrectedManuscripts corrected;
    private final Journals journals;
    private final ReadingArticles articles;
    private final Manuscripts manuscripts;
    private final Typesetting typesetting;
    private final Files files;
    private final ProofFacts facts;

    public ProducingGalleys(
            Galleys galleys,
            CorrectedManuscripts corrected,
            Journals journals,
            ReadingArticles articles,
            Manuscripts manuscripts,
            Typesetting typesetting,
            Files files,
            ProofFacts facts) {
        this.galleys = galleys;
        this.corrected = corrected;
        this.journals = journals;
        this.articles = articles;
        this.manuscripts = manuscripts;
        this.typesetting = typesetting;
        this.files = files;
        this.facts = facts;
    }

    /** What became of an order. */
    public sealed interface Taken {}

    /** {@link #set} has to be called for this galley, once or more. */
    public record ToSet(UUID galley) implements Taken {}

    /** It was answered: nothing is left to do. */
    public record Answered() implements Taken {}

    /**
     * Takes an order; it is set from production's newest version of the file where there is one. When the very same is a proof that waits for its author, this is said again and nothing is set.
     *
     * @param id for the galley: the same for an order that comes twice
     */
    public Taken order(UUID id, GalleyOrder ordered, Instant at) {
        GalleyOrder order = ordered.from(corrected.of(ordered.manuscript()).stream()
                .findFirst()
                .filter(newest -> newest.of().equals(ordered.file()))
                .map(CorrectedManuscript::file));
        Optional<Galley> known = galleys.find(id);
        if (known.isEmpty()) {
            known = galleys.newest(order.manuscript())
                    .filter(newest -> newest.order().equals(order))
                    .filter(newest -> newest.waitsForTheAuthor() || newest.state() instanceof Galley.Ordered);
        }
        if (known.isPresent()) {
            Galley galley = known.get();
            if (galley.state() instanceof Galley.Ordered) {
                return new ToSet(galley.id());
            }
            tell(galley);
            return new Answered();
        }
        Optional<Journal> journal = journals.find(order.journal());
        Galley galley = Galley.ordered(id, order, journal.map(Journal::version).orElse(0), at);
        galleys.add(galley);
        if (journal.isEmpty()) {
            Galley failed = galley.failed("There is no journal \"" + order.journal() + "\".");
            galleys.save(failed);
            tell(failed);
            return new Answered();
        }
        return new ToSet(id);
    }

    private void tell(Galley galley) {
        if (galley.state() instanceof Galley.Failed failed) {
            facts.failed(galley, failed.reason());
        } else {
            facts.ready(galley);
        }
    }

    /**
     * Fetches and typesets; changes nothing, so it needs no transaction. {@link #answer} is to be called with the result.
     *
     * @throws RuntimeException when the manuscript can't be had now: try again later
     */
    public Galley set(UUID id) {
        Galley galley = galleys.find(id).orElseThrow();
        if (!(galley.state() instanceof Galley.Ordered)) {
            return galley;
        }
        Manuscripts.Source source = manuscripts.read(galley.order());
        if (source instanceof Manuscripts.Unreadable unreadable) {
            return galley.failed(unreadable.reason());
        }
        Manuscripts.Readable readable = (Manuscripts.Readable) source;
        Journal journal =
                journals.find(galley.order().journal(), galley.journalVersion()).orElseThrow();
        Completion<ArticleUnderProduction> article = articles.article(galley.order(), journal, readable);
        if (article instanceof Completion.Incomplete<ArticleUnderProduction> incomplete) {
            return galley.failed(incomplete.reason());
        }
        Typeset typeset = typesetting.typeset(((Completion.Complete<ArticleUnderProduction>) article).value());
        if (typeset instanceof Typeset.Failed failed) {
            return galley.failed(failed.reason());
        }
        Typeset.Set set = (Typeset.Set) typeset;
        Set<String> readers = new TreeSet<>(readable.accounts());
        readers.add(galley.order().correspondingAccount());
        String byLine = readable.contributors().stream()
                .map(contributor -> contributor.name().display())
                .collect(Collectors.joining(", "));
        return galley.typeset(new Galley.Sheet(files.keep(set.pdf()), set.pages(), readable.title(), byLine, readers));
    }

    /** Keeps what {@link #set} gave and tells it; when that was done before, nothing happens. */
    public void answer(Galley set) {
        Galley present = galleys.lock(set.id()).orElseThrow();
        if (present.state() instanceof Galley.Ordered) {
            galleys.save(set);
            tell(set);
        }
    }
}

package org.imprimatur.publication.production;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.acting.Actor.Role;
import org.imprimatur.publication.acting.Outcome;
import org.imprimatur.publication.article.Files;

/**
 * Lets production replace the file that an article is set from, so that the corrections that an author asks for can be
 * made. The next galley is set from it; what is set already stays as it is.
 */
public final class CorrectingManuscripts {
    private final Galleys galleys;
    private final CorrectedManuscripts corrected;
    private final Manuscripts manuscripts;
    private final Files files;

    public CorrectingManuscripts(
            Galleys galleys, CorrectedManuscripts corrected, Manuscripts manuscripts, Files files) {
        this.galleys = galleys;
        this.corrected = corrected;
        this.manuscripts = manuscripts;
        this.files = files;
    }

    /**
     * An article in production.
     *
     * @param galleys newest first, never empty
     * @param corrected newest first
     */
    public record InProduction(List<Galley> galleys, List<CorrectedManuscript> corrected) {
        public Galley newest() {
            return galleys.get(0);
        }

        /** Production's version that a galley was set from; empty where it was the author's file. */
        public Optional<CorrectedManuscript> source(Galley galley) {
            return galley.order()
                    .corrected()
                    .flatMap(file -> corrected.stream()
                            .filter(one -> one.file().equals(file))
                            .findFirst());
        }

        /** Whether another galley may come, so that another file makes sense. */
        public boolean takesCorrections() {
            return !(newest().state() instanceof Galley.Approved);
        }
    }

    /** The article, for the journal's production alone. */
    public Outcome<InProduction> show(String manuscript, Actor actor) {
        List<Galley> all = galleys.of(manuscript);
        return all.isEmpty() || !isProduction(all.get(0), actor)
                ? Outcome.unknown("There is no such article in production.")
                : Outcome.done(new InProduction(all, corrected.of(manuscript)));
    }

    /**
     * Takes a corrected file. The very same as the last one is taken already.
     *
     * @param name what the file is called, for the reason of a refusal
     */
    public Outcome<CorrectedManuscript> correct(
            String manuscript, String name, byte[] content, Actor actor, Instant at) {
        return show(manuscript, actor).then(article -> {
            // two uploads at once become two versions
            galleys.lock(article.newest().id());
            return show(manuscript, actor).then(locked -> keep(locked, name, content, actor, at));
        });
    }

    private Outcome<CorrectedManuscript> keep(
            InProduction article, String name, byte[] content, Actor actor, Instant at) {
        if (!article.takesCorrections()) {
            return Outcome.conflict("The author has approved the proof: nothing is set from a file any more.");
        }
        Optional<String> problem = manuscripts.problem(name, content);
        if (problem.isPresent()) {
            return Outcome.invalid(problem.get());
        }
        GalleyOrder order = article.newest().order();
        CorrectedManuscript fresh = new CorrectedManuscript(
                order.manuscript(), article.corrected().size() + 1, files.keep(content), order.file(), actor.id(), at);
        Optional<CorrectedManuscript> last = article.corrected().stream()
                .findFirst()
                .filter(one -> one.file().equals(fresh.file()) && one.of().equals(fresh.of()));
        if (last.isEmpty()) {
            corrected.add(fresh);
        }
        return Outcome.done(last.orElse(fresh));
    }

    static boolean isProduction(Galley galley, Actor actor) {
        return actor.holds(
                galley.order().journal(), Role.PRODUCTION_EDITOR, Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF);
    }
}

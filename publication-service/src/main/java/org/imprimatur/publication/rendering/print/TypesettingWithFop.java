package org.imprimatur.publication.rendering.print;

import java.util.Optional;
import java.util.OptionalInt;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.ArticleUnderProduction;
import org.imprimatur.publication.article.Typeset;
import org.imprimatur.publication.article.Typesetting;
import org.springframework.stereotype.Component;

/** Sets articles with Apache FOP. One of it is enough for all threads. */
@Component
public final class TypesettingWithFop implements Typesetting {

    private final Press press;
    private final Printability printability;

    public TypesettingWithFop(Press press) {
        this.press = press;
        this.printability = new Printability(press.faces());
    }

    @Override
    public Typeset typeset(ArticleUnderProduction proof) {
        return typeset(Galley.proof(proof));
    }

    @Override
    public Typeset typeset(ArticleRecord record) {
        Typeset typeset = typeset(Galley.of(record));
        if (typeset instanceof Typeset.Set set && set.pages() != record.pages().count()) {
            return new Typeset.Failed("The final galley has %d pages, but %d were allocated (%s). Make a new proof."
                    .formatted(
                            set.pages(), record.pages().count(), record.pages().display()));
        }
        return typeset;
    }

    private Typeset typeset(Galley galley) {
        Optional<String> obstacle = printability.obstacle(galley.article());
        if (obstacle.isPresent()) {
            return new Typeset.Failed(obstacle.get());
        }
        Press.Result result = print(galley, true);
        // what makes the last columns even may fall on a page of its own, and lets them run into a footnote there
        if (result instanceof Press.Printed printed && !printed.endsWell()) {
            result = print(galley, false);
        }
        return result instanceof Press.Printed printed
                ? new Typeset.Set(printed.pdf(), printed.pages())
                : new Typeset.Failed("The article can't be set: " + ((Press.Spoilt) result).complaint());
    }

    private Press.Result print(Galley galley, boolean balanced) {
        return press.print(
                ArticleFo.write(galley, press.faces(), balanced),
                ArticleFo.dated(galley.article()),
                OptionalInt.of(galley.firstPage()),
                galley.authors());
    }
}

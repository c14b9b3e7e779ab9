package org.imprimatur.review.production.messaging;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.imprimatur.contracts.publication.ArticleNotPublished;
import org.imprimatur.contracts.publication.ArticleNotScheduled;
import org.imprimatur.contracts.publication.ArticlePublished;
import org.imprimatur.contracts.publication.ArticleScheduled;
import org.imprimatur.contracts.publication.ArticleUnscheduled;
import org.imprimatur.contracts.publication.DoiRefused;
import org.imprimatur.contracts.publication.DoiRegistered;
import org.imprimatur.contracts.publication.DoiRegistrationGivenUp;
import org.imprimatur.contracts.publication.GalleyFailed;
import org.imprimatur.contracts.publication.PagesAllocated;
import org.imprimatur.contracts.publication.PagesFixed;
import org.imprimatur.contracts.publication.PagesNotAllocated;
import org.imprimatur.contracts.publication.PagesReleased;
import org.imprimatur.contracts.publication.ProofApproved;
import org.imprimatur.contracts.publication.ProofCorrectionsRequested;
import org.imprimatur.contracts.publication.ProofReady;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.review.production.Production;
import org.imprimatur.review.production.Production.Answer;
import org.imprimatur.review.way.EditorialProcess.Told;
import org.imprimatur.review.way.EditorialProcess.Word;
import org.imprimatur.review.way.EditorialProcess.Word.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each fact and answer of publication-service: what the process is told, and what the history says. */
@Configuration(proxyBeanMethods = false)
class PublicationFacts {

    private final Production production;

    PublicationFacts(Production production) {
        this.production = production;
    }

    @Bean
    MessageHandler<ProofReady> proofReady() {
        return new Telling<>(
                ProofReady.class,
                Kind.PROOF_READY,
                ProofReady::manuscript,
                "proof-ready",
                said -> List.of("" + said.pages()));
    }

    @Bean
    MessageHandler<GalleyFailed> galleyFailed() {
        return new Telling<>(
                GalleyFailed.class,
                Kind.GALLEY_FAILED,
                GalleyFailed::manuscript,
                "galley-failed",
                said -> List.of(said.reason()));
    }

    @Bean
    MessageHandler<ProofApproved> proofApproved() {
        return new Telling<>(
                ProofApproved.class,
                Kind.PROOF_APPROVED,
                ProofApproved::manuscript,
                "proof-approved",
                said -> List.of());
    }

    @Bean
    MessageHandler<ProofCorrectionsRequested> proofCorrectionsRequested() {
        return new Telling<>(
                ProofCorrectionsRequested.class,
                Kind.PROOF_CORRECTIONS_REQUESTED,
                ProofCorrectionsRequested::manuscript,
                "proof-corrections-requested",
                said -> List.of());
    }

    @Bean
    MessageHandler<ArticleScheduled> articleScheduled() {
        return new Telling<>(
                ArticleScheduled.class,
                Kind.ARTICLE_SCHEDULED,
                ArticleScheduled::manuscript,
                "article-scheduled",
                said -> List.of(said.issue(), "" + said.articleNumber()));
    }

    @Bean
    MessageHandler<ArticleNotScheduled> articleNotScheduled() {
        return new Telling<>(
                ArticleNotScheduled.class,
                Kind.ARTICLE_NOT_SCHEDULED,
                ArticleNotScheduled::manuscript,
                "article-not-scheduled",
                said -> List.of(said.reason()));
    }

    @Bean
    MessageHandler<PagesAllocated> pagesAllocated() {
        return new Telling<>(
                PagesAllocated.class,
                Kind.PAGES_ALLOCATED,
                PagesAllocated::manuscript,
                "pages-allocated",
                said -> List.of("" + said.firstPage(), "" + said.lastPage()));
    }

    @Bean
    MessageHandler<PagesNotAllocated> pagesNotAllocated() {
        return new Telling<>(
                PagesNotAllocated.class,
                Kind.PAGES_NOT_ALLOCATED,
                PagesNotAllocated::manuscript,
                "pages-not-allocated",
                said -> List.of(said.reason()));
    }

    @Bean
    MessageHandler<PagesFixed> pagesFixed() {
        return new Telling<>(
                PagesFixed.class,
                Kind.PAGES_FIXED,
                PagesFixed::manuscript,
                "pages-fixed",
                said -> List.of("" + said.firstPage(), "" + said.lastPage(), said.doi()));
    }

    @Bean
    MessageHandler<DoiRegistered> doiRegistered() {
        return new Telling<>(
                DoiRegistered.class,
                Kind.DOI_REGISTERED,
                DoiRegistered::manuscript,
                "doi-registered",
                said -> List.of(said.doi()));
    }

    @Bean
    MessageHandler<DoiRefused> doiRefused() {
        return new Telling<>(
                DoiRefused.class,
                Kind.DOI_REFUSED,
                DoiRefused::manuscript,
                "doi-refused",
                said -> List.of(said.doi(), said.reason()));
    }

    @Bean
    MessageHandler<DoiRegistrationGivenUp> doiRegistrationGivenUp() {
        return new Telling<>(
                DoiRegistrationGivenUp.class,
                Kind.DOI_REGISTRATION_GIVEN_UP,
                DoiRegistrationGivenUp::manuscript,
                "doi-registration-given-up",
                said -> List.of(said.doi(), said.reason()));
    }

    @Bean
    MessageHandler<ArticlePublished> articlePublished() {
        return new Telling<>(
                ArticlePublished.class,
                Kind.ARTICLE_PUBLISHED,
                ArticlePublished::manuscript,
                "article-published",
                said -> List.of(said.doi()));
    }

    @Bean
    MessageHandler<ArticleNotPublished> articleNotPublished() {
        return new Telling<>(
                ArticleNotPublished.class,
                Kind.ARTICLE_NOT_PUBLISHED,
                ArticleNotPublished::manuscript,
                "article-not-published",
                said -> List.of(said.reason()));
    }

    @Bean
    MessageHandler<ArticleUnscheduled> articleUnscheduled() {
        return new Telling<>(
                ArticleUnscheduled.class,
                Kind.ARTICLE_UNSCHEDULED,
                ArticleUnscheduled::manuscript,
                "article-unscheduled",
                said -> List.of());
    }

    @Bean
    MessageHandler<PagesReleased> pagesReleased() {
        return new Telling<>(
                PagesReleased.class,
                Kind.PAGES_RELEASED,
                PagesReleased::manuscript,
                "pages-released",
                said -> List.of());
    }

    private final class Telling<M> implements MessageHandler<M> {

        private final Class<M> message;
        private final Kind kind;
        private final Function<M, String> manuscript;
        private final String what;
        private final Function<M, List<String>> words;

        Telling(
                Class<M> message,
                Kind kind,
                Function<M, String> manuscript,
                String what,
                Function<M, List<String>> words) {
            this.message = message;
            this.kind = kind;
            this.manuscript = manuscript;
            this.what = what;
            this.words = words;
        }

        @Override
        public Class<M> message() {
            return message;
        }

        @Override
        public Handling handle(M said, Received received) {
            Told told = production.answered(new Answer(
                    manuscript.apply(said), new Word(kind, null, Map.of()), what, words.apply(said), received.time()));
            return told == Told.NOT_YET ? Handling.early("the process isn’t there yet") : Handling.done();
        }
    }
}

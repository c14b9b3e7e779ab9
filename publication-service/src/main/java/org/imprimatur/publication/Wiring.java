package org.imprimatur.publication;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.publication.article.Addresses;
import org.imprimatur.publication.article.Files;
import org.imprimatur.publication.article.Renderings;
import org.imprimatur.publication.article.ServedRenderings;
import org.imprimatur.publication.article.Typesetting;
import org.imprimatur.publication.article.Verification;
import org.imprimatur.publication.doi.Agency;
import org.imprimatur.publication.doi.DepositPlan;
import org.imprimatur.publication.doi.DepositTerms;
import org.imprimatur.publication.doi.Depositing;
import org.imprimatur.publication.doi.Deposits;
import org.imprimatur.publication.doi.DoiFacts;
import org.imprimatur.publication.doi.DoiRegistry;
import org.imprimatur.publication.doi.Dois;
import org.imprimatur.publication.doi.LandingPages;
import org.imprimatur.publication.doi.ReconcilingDois;
import org.imprimatur.publication.doi.RegisteringDois;
import org.imprimatur.publication.doi.Subjects;
import org.imprimatur.publication.issue.AllocatingPages;
import org.imprimatur.publication.issue.ArticleRecords;
import org.imprimatur.publication.issue.ClosingIssues;
import org.imprimatur.publication.issue.IssueFacts;
import org.imprimatur.publication.issue.Issues;
import org.imprimatur.publication.issue.Listings;
import org.imprimatur.publication.issue.MovingArticles;
import org.imprimatur.publication.issue.OpeningIssues;
import org.imprimatur.publication.issue.PublishingIssues;
import org.imprimatur.publication.issue.Registrations;
import org.imprimatur.publication.issue.SchedulingArticles;
import org.imprimatur.publication.issue.UnschedulingArticles;
import org.imprimatur.publication.issue.Verdicts;
import org.imprimatur.publication.issue.VerificationPlan;
import org.imprimatur.publication.issue.VerifyingArticles;
import org.imprimatur.publication.journal.ConfiguringJournal;
import org.imprimatur.publication.journal.JournalFacts;
import org.imprimatur.publication.journal.Journals;
import org.imprimatur.publication.production.AnsweringProofs;
import org.imprimatur.publication.production.AskingForMoreTime;
import org.imprimatur.publication.production.CorrectedManuscripts;
import org.imprimatur.publication.production.CorrectingManuscripts;
import org.imprimatur.publication.production.ForgettingPeople;
import org.imprimatur.publication.production.Galleys;
import org.imprimatur.publication.production.Manuscripts;
import org.imprimatur.publication.production.MoreTimes;
import org.imprimatur.publication.production.ProducingGalleys;
import org.imprimatur.publication.production.ProofFacts;
import org.imprimatur.publication.production.ReadingArticles;
import org.imprimatur.publication.production.TakingOverProofs;
import org.imprimatur.publication.restating.RestatingPublication;
import org.imprimatur.publication.site.BrowsingSite;
import org.imprimatur.publication.site.CountingReadings;
import org.imprimatur.publication.site.Readings;
import org.imprimatur.publication.site.Sitemap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the use cases, which know nothing of Spring, from the adapters. */
@Configuration(proxyBeanMethods = false)
class Wiring {

    @Bean
    Addresses addresses(@Value("${imprimatur.public-url}") URI publicUrl) {
        return new Addresses(publicUrl);
    }

    @Bean
    DepositTerms depositTerms(
            @Value("${imprimatur.doi.agency:}") String agency,
            @Value("${imprimatur.doi.sandbox-only:false}") boolean sandboxOnly,
            @Value("${imprimatur.doi.depositor-name:Imprimatur}") String depositorName,
            @Value("${imprimatur.doi.depositor-email:dois@example.org}") String depositorEmail,
            @Value("${imprimatur.doi.registrant:Imprimatur}") String registrant,
            @Value("${imprimatur.doi.delayed-after:PT1H}") String delayedAfter,
            @Value("${imprimatur.doi.given-up-after:P14D}") String givenUpAfter) {
        return new DepositTerms(
                agency.isBlank() ? Optional.empty() : Optional.of(URI.create(agency.strip())),
                sandboxOnly,
                depositorName,
                depositorEmail,
                registrant,
                Duration.parse(delayedAfter),
                Duration.parse(givenUpAfter));
    }

    @Bean
    ConfiguringJournal configuringJournal(Journals journals, JournalFacts facts) {
        return new ConfiguringJournal(journals, facts);
    }

    @Bean
    ReadingArticles readingArticles(Manuscripts manuscripts, @Value("${imprimatur.banner:}") String banner) {
        return new ReadingArticles(manuscripts, banner.isBlank() ? Optional.empty() : Optional.of(banner));
    }

    @Bean
    ProducingGalleys producingGalleys(
            Galleys galleys,
            CorrectedManuscripts corrected,
            Journals journals,
            ReadingArticles articles,
            Manuscripts manuscripts,
            Typesetting typesetting,
            Files files,
            ProofFacts facts) {
        return new ProducingGalleys(galleys, corrected, journals, articles, manuscripts, typesetting, files, facts);
    }

    @Bean
    CorrectingManuscripts correctingManuscripts(
            Galleys galleys, CorrectedManuscripts corrected, Manuscripts manuscripts, Files files) {
        return new CorrectingManuscripts(galleys, corrected, manuscripts, files);
    }

    @Bean
    ForgettingPeople forgettingPeople(Galleys galleys, MoreTimes wishes) {
        return new ForgettingPeople(galleys, wishes);
    }

    @Bean
    TakingOverProofs takingOverProofs(Galleys galleys, MoreTimes wishes) {
        return new TakingOverProofs(galleys, wishes);
    }

    @Bean
    AnsweringProofs answeringProofs(Galleys galleys, ProofFacts facts) {
        return new AnsweringProofs(galleys, facts);
    }

    @Bean
    AskingForMoreTime askingForMoreTime(Galleys galleys, MoreTimes wishes, ProofFacts facts) {
        return new AskingForMoreTime(galleys, wishes, facts);
    }

    @Bean
    OpeningIssues openingIssues(Issues issues, Journals journals) {
        return new OpeningIssues(issues, journals);
    }

    @Bean
    SchedulingArticles schedulingArticles(Issues issues, Galleys galleys, IssueFacts facts) {
        return new SchedulingArticles(issues, galleys, facts);
    }

    @Bean
    UnschedulingArticles unschedulingArticles(Issues issues, IssueFacts facts) {
        return new UnschedulingArticles(issues, facts);
    }

    @Bean
    AllocatingPages allocatingPages(Issues issues, IssueFacts facts) {
        return new AllocatingPages(issues, facts);
    }

    @Bean
    MovingArticles movingArticles(Issues issues, IssueFacts facts) {
        return new MovingArticles(issues, facts);
    }

    @Bean
    ArticleRecords articleRecords(
            Issues issues, Journals journals, Galleys galleys, ReadingArticles articles, Addresses addresses) {
        return new ArticleRecords(issues, journals, galleys, articles, addresses);
    }

    @Bean
    ClosingIssues closingIssues(
            Issues issues,
            Journals journals,
            ArticleRecords records,
            Typesetting typesetting,
            Files files,
            Registrations registrations,
            IssueFacts facts) {
        return new ClosingIssues(issues, journals, records, typesetting, files, registrations, facts);
    }

    @Bean
    PublishingIssues publishingIssues(
            Issues issues, Registrations registrations, Verdicts verdicts, VerificationPlan plan, IssueFacts facts) {
        return new PublishingIssues(issues, registrations, verdicts, plan, facts);
    }

    @Bean
    VerifyingArticles verifyingArticles(
            Issues issues,
            ArticleRecords records,
            Registrations registrations,
            ServedRenderings served,
            Verification verification,
            Typesetting typesetting,
            Files files,
            Verdicts verdicts,
            PublishingIssues publishing,
            IssueFacts facts) {
        return new VerifyingArticles(
                issues, records, registrations, served, verification, typesetting, files, verdicts, publishing, facts);
    }

    @Bean
    DoiRegistry doiRegistry(
            Dois dois,
            Deposits deposits,
            ArticleRecords records,
            Renderings renderings,
            Files files,
            DepositPlan plan,
            DepositTerms terms) {
        return new DoiRegistry(
                dois, deposits, records, renderings, files, plan, terms, Clock.systemUTC(), UUID::randomUUID);
    }

    @Bean
    RestatingPublication restatingPublication(
            Journals journals,
            Galleys galleys,
            Issues issues,
            Dois dois,
            JournalFacts journalFacts,
            ProofFacts proofFacts,
            IssueFacts issueFacts,
            DoiFacts doiFacts) {
        return new RestatingPublication(
                journals, galleys, issues, dois, journalFacts, proofFacts, issueFacts, doiFacts);
    }

    @Bean
    RegisteringDois registeringDois(
            DoiRegistry registry, Deposits deposits, ArticleRecords records, Issues issues, DoiFacts facts) {
        return new RegisteringDois(registry, deposits, records, issues, facts);
    }

    @Bean
    Subjects subjects(Issues issues, ArticleRecords records) {
        return new Subjects(issues, records);
    }

    @Bean
    Depositing depositing(
            Dois dois,
            Deposits deposits,
            DoiRegistry registry,
            Optional<Agency> agency,
            LandingPages pages,
            DepositTerms terms,
            ArticleRecords records,
            Subjects subjects,
            PublishingIssues publishing,
            Files files,
            DoiFacts facts,
            DomainClock domainClock) {
        return new Depositing(
                dois,
                deposits,
                registry,
                agency,
                pages,
                terms,
                records,
                subjects,
                publishing,
                files,
                facts,
                Clock.systemUTC(),
                domainClock);
    }

    @Bean
    ReconcilingDois reconcilingDois(
            Dois dois,
            Deposits deposits,
            Optional<Agency> agency,
            DepositTerms terms,
            ArticleRecords records,
            Subjects subjects,
            DoiFacts facts) {
        return new ReconcilingDois(dois, deposits, agency, terms, records, subjects, facts);
    }

    @Bean
    BrowsingSite browsingSite(
            Journals journals, Issues issues, Galleys galleys, ArticleRecords records, Listings listings) {
        return new BrowsingSite(journals, issues, galleys, records, listings);
    }

    @Bean
    CountingReadings countingReadings(Readings readings) {
        return new CountingReadings(readings);
    }

    @Bean
    Sitemap sitemap(
            Listings listings, Addresses addresses, @Value("${imprimatur.sitemap.page-size:20000}") int pageSize) {
        return new Sitemap(listings, addresses, pageSize);
    }
}

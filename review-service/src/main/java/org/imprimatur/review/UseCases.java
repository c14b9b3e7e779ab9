package org.imprimatur.review;

import java.time.ZoneId;
import java.util.Base64;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.correspondence.Letters;
import org.imprimatur.review.correspondence.Mails;
import org.imprimatur.review.correspondence.People.Addressee;
import org.imprimatur.review.correspondence.ReviewerAddresses;
import org.imprimatur.review.correspondence.RoleHolders;
import org.imprimatur.review.decision.DecidingManuscripts;
import org.imprimatur.review.decision.DecisionEvents;
import org.imprimatur.review.decision.DecisionWriter;
import org.imprimatur.review.decision.Decisions;
import org.imprimatur.review.decision.JudgingRevisions;
import org.imprimatur.review.desk.AssigningEditors;
import org.imprimatur.review.desk.Assignments;
import org.imprimatur.review.desk.FeelingPulse;
import org.imprimatur.review.desk.KeepingViews;
import org.imprimatur.review.desk.MailTrail;
import org.imprimatur.review.desk.NotingOperations;
import org.imprimatur.review.desk.Pulse;
import org.imprimatur.review.desk.RemindingByHand;
import org.imprimatur.review.desk.RestatingManuscripts;
import org.imprimatur.review.desk.SavedViews;
import org.imprimatur.review.desk.SeeingTroubles;
import org.imprimatur.review.desk.Troubles;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.manuscript.ManuscriptWriter;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.manuscript.Moving;
import org.imprimatur.review.manuscript.ReceivingManuscripts;
import org.imprimatur.review.manuscript.RemindingOfSteps;
import org.imprimatur.review.manuscript.SeeingManuscripts;
import org.imprimatur.review.notes.NoteEvents;
import org.imprimatur.review.notes.Notes;
import org.imprimatur.review.notes.WritingNotes;
import org.imprimatur.review.policy.ChangingPolicy;
import org.imprimatur.review.policy.Policies;
import org.imprimatur.review.production.GivingProofTime;
import org.imprimatur.review.production.Production;
import org.imprimatur.review.production.ProofTimes;
import org.imprimatur.review.reviewers.AddingReviewer;
import org.imprimatur.review.reviewers.KeepingProfiles;
import org.imprimatur.review.reviewers.KnowingOneself;
import org.imprimatur.review.reviewers.OwnAddresses;
import org.imprimatur.review.reviewers.Profiles;
import org.imprimatur.review.reviewers.Reviewers;
import org.imprimatur.review.reviewing.Certificates;
import org.imprimatur.review.reviewing.ForgettingReviewers;
import org.imprimatur.review.reviewing.IssuingCertificates;
import org.imprimatur.review.reviewing.OwnReviews;
import org.imprimatur.review.reviewing.SeeingOwnReviews;
import org.imprimatur.review.round.AnsweringInvitations;
import org.imprimatur.review.round.ChoosingReviewers;
import org.imprimatur.review.round.HoldingRounds;
import org.imprimatur.review.round.Links;
import org.imprimatur.review.round.RevokingInvitations;
import org.imprimatur.review.round.RoundEvents;
import org.imprimatur.review.round.RoundWriter;
import org.imprimatur.review.round.Rounds;
import org.imprimatur.review.round.WhatReviewersSee;
import org.imprimatur.review.round.WritingReviews;
import org.imprimatur.review.screening.ScreeningEvents;
import org.imprimatur.review.screening.ScreeningManuscripts;
import org.imprimatur.review.screening.ScreeningWriter;
import org.imprimatur.review.screening.Screenings;
import org.imprimatur.review.way.EditorialProcess;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The use cases with what they need. They are plain Java and know nothing of this class. */
@Configuration(proxyBeanMethods = false)
class UseCases {

    private final EditorialProcess process;
    private final String publicUrl;
    private final ZoneId zone;

    // the process calls the features and they call it: the way from here to there is taken when first needed
    UseCases(
            @Lazy EditorialProcess process,
            @Value("${imprimatur.public-url}") String publicUrl,
            @Value("${imprimatur.zone:UTC}") ZoneId zone) {
        this.process = process;
        this.publicUrl = publicUrl;
        this.zone = zone;
    }

    @Bean
    Permissions permissions() {
        return new Permissions();
    }

    @Bean
    Links links(@Value("${imprimatur.link.key}") String key) {
        return new Links(Base64.getDecoder().decode(key));
    }

    @Bean
    ReviewerAddresses reviewerAddresses(Reviewers reviewers) {
        return id -> reviewers
                .find(id)
                .filter(reviewer -> !reviewer.isErased())
                .map(reviewer -> new Addressee(reviewer.name(), reviewer.address(), reviewers.language(id)));
    }

    @Bean
    ChangingPolicy changingPolicy(Policies policies, Permissions permissions) {
        return new ChangingPolicy(policies, permissions);
    }

    @Bean
    AddingReviewer addingReviewer(Reviewers reviewers, Permissions permissions) {
        return new AddingReviewer(reviewers, permissions);
    }

    @Bean
    KnowingOneself knowingOneself(OwnAddresses addresses) {
        return new KnowingOneself(addresses);
    }

    @Bean
    KeepingProfiles keepingProfiles(Profiles profiles) {
        return new KeepingProfiles(profiles, zone);
    }

    @Bean
    SeeingOwnReviews seeingOwnReviews(OwnReviews reviews) {
        return new SeeingOwnReviews(reviews);
    }

    @Bean
    IssuingCertificates issuingCertificates(OwnReviews reviews, Certificates certificates, Links links) {
        return new IssuingCertificates(reviews, certificates, links, zone);
    }

    @Bean
    ForgettingReviewers forgettingReviewers(Profiles profiles, Certificates certificates, Reviewers reviewers) {
        return new ForgettingReviewers(profiles, certificates, reviewers);
    }

    @Bean
    ReceivingManuscripts receivingManuscripts(Manuscripts manuscripts, Policies policies, History history) {
        return new ReceivingManuscripts(manuscripts, policies, history, process);
    }

    @Bean
    SeeingManuscripts seeingManuscripts(Manuscripts manuscripts, Permissions permissions) {
        return new SeeingManuscripts(manuscripts, permissions);
    }

    @Bean
    JudgingRevisions judgingRevisions(
            Manuscripts manuscripts,
            Rounds rounds,
            Decisions decisions,
            DecisionEvents events,
            Letters letters,
            Mails mails,
            History history,
            Permissions permissions) {
        return new JudgingRevisions(
                manuscripts, rounds, decisions, events, letters, mails, history, process, permissions);
    }

    @Bean
    Moving moving(Manuscripts manuscripts, History history, Moving.Saying saying) {
        return new Moving(manuscripts, history, saying);
    }

    @Bean
    RemindingOfSteps remindingOfSteps(Manuscripts manuscripts, RoleHolders roles, History history, Mails mails) {
        return new RemindingOfSteps(manuscripts, roles, history, mails);
    }

    @Bean
    ManuscriptWriter manuscriptWriter(Manuscripts manuscripts) {
        return new ManuscriptWriter(manuscripts, publicUrl);
    }

    @Bean
    ScreeningManuscripts screeningManuscripts(
            Manuscripts manuscripts,
            Screenings screenings,
            ScreeningEvents events,
            Letters letters,
            RoleHolders roles,
            Mails mails,
            Permissions permissions) {
        return new ScreeningManuscripts(manuscripts, screenings, events, letters, roles, mails, process, permissions);
    }

    @Bean
    ScreeningWriter screeningWriter(Manuscripts manuscripts, Screenings screenings) {
        return new ScreeningWriter(manuscripts, screenings, publicUrl);
    }

    @Bean
    ChoosingReviewers choosingReviewers(
            Manuscripts manuscripts, Rounds rounds, Reviewers reviewers, RoundEvents events, Permissions permissions) {
        return new ChoosingReviewers(manuscripts, rounds, reviewers, events, process, permissions, zone);
    }

    @Bean
    HoldingRounds holdingRounds(
            Manuscripts manuscripts,
            Rounds rounds,
            Reviewers reviewers,
            Policies policies,
            RoundEvents events,
            Mails mails) {
        return new HoldingRounds(manuscripts, rounds, reviewers, policies, events, mails);
    }

    @Bean
    AnsweringInvitations answeringInvitations(
            Rounds rounds, Manuscripts manuscripts, Policies policies, RoundEvents events, Mails mails) {
        return new AnsweringInvitations(rounds, manuscripts, policies, events, mails, process);
    }

    @Bean
    RevokingInvitations revokingInvitations(
            Manuscripts manuscripts, Rounds rounds, RoundEvents events, Mails mails, Permissions permissions) {
        return new RevokingInvitations(manuscripts, rounds, events, mails, process, permissions);
    }

    @Bean
    WritingReviews writingReviews(Manuscripts manuscripts, Rounds rounds, RoundEvents events, Mails mails) {
        return new WritingReviews(manuscripts, rounds, events, mails, process);
    }

    @Bean
    RoundWriter roundWriter(Rounds rounds, WhatReviewersSee seen, Links links, DomainClock clock) {
        return new RoundWriter(rounds, seen, links, publicUrl, clock::instant);
    }

    @Bean
    DecidingManuscripts decidingManuscripts(
            Manuscripts manuscripts,
            Rounds rounds,
            Decisions decisions,
            Policies policies,
            DecisionEvents events,
            Letters letters,
            Mails mails,
            Permissions permissions) {
        return new DecidingManuscripts(
                manuscripts, rounds, decisions, policies, events, letters, mails, process, permissions);
    }

    @Bean
    DecisionWriter decisionWriter(Manuscripts manuscripts, Decisions decisions, Letters letters) {
        return new DecisionWriter(manuscripts, decisions, letters, publicUrl);
    }

    @Bean
    Production production(
            Manuscripts manuscripts,
            Production.Commands commands,
            History history,
            ProofTimes wishes,
            Permissions permissions) {
        return new Production(manuscripts, commands, history, wishes, process, permissions);
    }

    @Bean
    GivingProofTime givingProofTime(ProofTimes wishes, History history, Permissions permissions) {
        return new GivingProofTime(wishes, history, process, permissions);
    }

    @Bean
    AssigningEditors assigningEditors(
            Manuscripts manuscripts,
            RoleHolders roles,
            Moving moving,
            History history,
            Permissions permissions,
            Assignments assignments) {
        return new AssigningEditors(manuscripts, roles, moving, history, permissions, assignments);
    }

    @Bean
    RemindingByHand remindingByHand(
            Manuscripts manuscripts,
            RemindingOfSteps steps,
            HoldingRounds rounds,
            History history,
            Permissions permissions) {
        return new RemindingByHand(manuscripts, steps, rounds, history, permissions);
    }

    @Bean
    WritingNotes writingNotes(
            Manuscripts manuscripts, Notes notes, NoteEvents events, RoleHolders roles, Permissions permissions) {
        return new WritingNotes(manuscripts, notes, events, roles, permissions);
    }

    @Bean
    FeelingPulse feelingPulse(Pulse pulse, Permissions permissions) {
        return new FeelingPulse(pulse, permissions);
    }

    @Bean
    KeepingViews keepingViews(SavedViews views) {
        return new KeepingViews(views);
    }

    @Bean
    NotingOperations notingOperations(History history, MailTrail mails, Troubles troubles) {
        return new NotingOperations(history, mails, troubles);
    }

    @Bean
    SeeingTroubles seeingTroubles(Troubles troubles, Manuscripts manuscripts, Permissions permissions) {
        return new SeeingTroubles(troubles, manuscripts, permissions);
    }

    @Bean
    RestatingManuscripts restatingManuscripts(
            Manuscripts manuscripts,
            Moving moving,
            Decisions decisions,
            DecisionEvents decisionEvents,
            Screenings screenings,
            ScreeningEvents screeningEvents,
            Assignments assignments) {
        return new RestatingManuscripts(
                manuscripts, moving, decisions, decisionEvents, screenings, screeningEvents, assignments);
    }
}

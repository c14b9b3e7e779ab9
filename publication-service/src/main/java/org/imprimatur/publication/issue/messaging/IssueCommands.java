package org.imprimatur.publication.issue.messaging;

import java.util.function.Consumer;
import org.imprimatur.contracts.publication.AllocatePages;
import org.imprimatur.contracts.publication.PublishArticle;
import org.imprimatur.contracts.publication.ReleasePages;
import org.imprimatur.contracts.publication.ScheduleArticle;
import org.imprimatur.contracts.publication.UnscheduleArticle;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.issue.AllocatingPages;
import org.imprimatur.publication.issue.PublishingIssues;
import org.imprimatur.publication.issue.SchedulingArticles;
import org.imprimatur.publication.issue.UnschedulingArticles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process may ask of issues. Every command is answered, and answered alike when it comes again. */
@Configuration(proxyBeanMethods = false)
class IssueCommands {
    private static final Actor PROCESS = new Actor.Process();

    @Bean
    MessageHandler<ScheduleArticle> scheduleArticle(SchedulingArticles scheduling) {
        return new Obeying<>(ScheduleArticle.class, command -> scheduling.schedule(command.manuscript(), PROCESS));
    }

    @Bean
    MessageHandler<AllocatePages> allocatePages(AllocatingPages allocating) {
        return new Obeying<>(AllocatePages.class, command -> allocating.allocate(command.manuscript(), PROCESS));
    }

    @Bean
    MessageHandler<ReleasePages> releasePages(AllocatingPages allocating) {
        return new Obeying<>(ReleasePages.class, command -> allocating.release(command.manuscript(), PROCESS));
    }

    @Bean
    MessageHandler<UnscheduleArticle> unscheduleArticle(
            UnschedulingArticles unscheduling, PublishingIssues publishing, DomainClock clock) {
        return new Obeying<>(
                UnscheduleArticle.class,
                command -> unscheduling
                        .unschedule(command.manuscript(), PROCESS)
                        .ifPresent(issue -> publishing.advance(issue.id(), PROCESS, clock.instant())));
    }

    @Bean
    MessageHandler<PublishArticle> publishArticle(PublishingIssues publishing, DomainClock clock) {
        return new Obeying<>(
                PublishArticle.class, command -> publishing.publish(command.manuscript(), PROCESS, clock.instant()));
    }

    private record Obeying<M>(Class<M> message, Consumer<M> act) implements MessageHandler<M> {
        @Override
        public Handling handle(M command, Received received) {
            act.accept(command);
            return Handling.done();
        }
    }
}

package org.imprimatur.review.desk.messaging;

import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.imprimatur.contracts.operations.DepositDelayed;
import org.imprimatur.contracts.operations.DepositSettled;
import org.imprimatur.contracts.operations.HandlingParked;
import org.imprimatur.contracts.operations.HandlingResumed;
import org.imprimatur.contracts.operations.MailStateChanged;
import org.imprimatur.contracts.operations.MessageContradicted;
import org.imprimatur.contracts.operations.MessagesMissing;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.Inbox;
import org.imprimatur.messaging.inbox.InboxListener;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.messaging.mail.MailListener;
import org.imprimatur.messaging.mail.MailState;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.desk.MailTrail.Change;
import org.imprimatur.review.desk.MailTrail.Mail;
import org.imprimatur.review.desk.NotingOperations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What operations say. Our own is kept in the transaction in which it happens, so it is passed over when it comes by the
 * topic; that of other services overtakes, for it must be seen above all where a manuscript's messages stand still.
 */
@Configuration(proxyBeanMethods = false)
class OperationsFacts {

    private static final String OURS = "review";
    private static final String SOURCE = "/imprimatur/";

    private final NotingOperations noting;

    OperationsFacts(NotingOperations noting) {
        this.noting = noting;
    }

    @Bean
    InboxListener notingMessages(DomainClock clock) {
        return new InboxListener() {
            @Override
            public void parked(Inbox.Parked message) {
                noting.parked(
                        OURS, message.id(), message.type(), message.subject(), text(message.cause()), clock.instant());
            }

            @Override
            public void resumed(Inbox.Parked message, String actor, boolean skipped) {
                noting.resumed(OURS, message.id(), message.subject(), actor, skipped, clock.instant());
            }

            @Override
            public void otherBody(String id, String subject) {
                noting.contradicted(OURS, subject, id, clock.instant());
            }

            @Override
            public void gap(String source, String topic, String subject, String aggregate, long expected, long came) {
                noting.missing(OURS, subject, aggregate, expected, came, clock.instant());
            }
        };
    }

    @Bean
    MailListener notingMails() {
        return mail -> noting.mailed(mail.about(), mail(mail), change(mail));
    }

    private static Mail mail(MailState mail) {
        return new Mail(OURS, mail.mail().toString(), mail.recipient(), mail.template());
    }

    private static Change change(MailState mail) {
        return new Change(
                mail.state().name().toLowerCase(Locale.ROOT).replace('_', '-'), text(mail.reason()), mail.changedAt());
    }

    @Bean
    MessageHandler<HandlingParked> handlingParked() {
        return new Noting<>(
                HandlingParked.class,
                (said, received) -> noting.parked(
                        said.service(), said.message(), said.type(), said.subject(), said.cause(), received.time()));
    }

    @Bean
    MessageHandler<HandlingResumed> handlingResumed() {
        return new Noting<>(
                HandlingResumed.class,
                (said, received) -> noting.resumed(
                        said.service(),
                        said.message(),
                        said.subject(),
                        received.actor(),
                        "skipped".equals(said.how()),
                        received.time()));
    }

    @Bean
    MessageHandler<MailStateChanged> mailStateChanged() {
        return new Noting<>(
                MailStateChanged.class,
                (said, received) -> noting.mailed(
                        said.subject(),
                        // the template is named like its file: by the service first
                        new Mail(
                                said.service(),
                                said.mail(),
                                text(said.recipient()),
                                said.template().replaceFirst("^.*/", "")),
                        new Change(said.state(), text(said.answer()), received.time())));
    }

    @Bean
    MessageHandler<DepositDelayed> depositDelayed() {
        return new Noting<>(
                DepositDelayed.class,
                (said, received) -> noting.depositDelayed(
                        service(received), said.subject(), said.doi(), said.cause(), received.time()));
    }

    @Bean
    MessageHandler<DepositSettled> depositSettled() {
        return new Noting<>(
                DepositSettled.class,
                (said, received) -> noting.depositSettled(
                        service(received),
                        said.subject(),
                        said.doi(),
                        said.outcome(),
                        text(said.cause()),
                        received.time()));
    }

    @Bean
    MessageHandler<MessagesMissing> messagesMissing() {
        return new Noting<>(
                MessagesMissing.class,
                (said, received) -> noting.missing(
                        said.service(), said.subject(), said.of(), said.expected(), said.came(), received.time()));
    }

    @Bean
    MessageHandler<MessageContradicted> messageContradicted() {
        return new Noting<>(
                MessageContradicted.class,
                (said, received) ->
                        noting.contradicted(said.service(), said.subject(), said.message(), received.time()));
    }

    private static String service(Received received) {
        return received.source().replaceFirst("^" + SOURCE, "");
    }

    private static String text(String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private record Noting<M>(Class<M> message, BiConsumer<M, Received> noting) implements MessageHandler<M> {

        @Override
        public boolean concerns(Received received) {
            return !received.source().equals(SOURCE + OURS);
        }

        @Override
        public Handling handle(M said, Received received) {
            noting.accept(said, received);
            return Handling.done();
        }

        @Override
        public boolean overtakes() {
            return true;
        }
    }
}

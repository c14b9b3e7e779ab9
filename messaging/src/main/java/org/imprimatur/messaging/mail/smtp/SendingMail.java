package org.imprimatur.messaging.mail.smtp;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.messaging.Causation;
import org.imprimatur.messaging.mail.MailComposer;
import org.imprimatur.messaging.mail.MailComposer.Composition;
import org.imprimatur.messaging.mail.MailComposer.Later;
import org.imprimatur.messaging.mail.MailComposer.Moot;
import org.imprimatur.messaging.mail.MailComposer.Ready;
import org.imprimatur.messaging.mail.MailState.State;
import org.imprimatur.messaging.mail.smtp.JdbcMailQueue.Claimed;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.messaging.work.Faults;
import org.imprimatur.messaging.work.Leases;
import org.imprimatur.messaging.work.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends one mail after another: takes it, writes it, hands it over, stores the answer. Where no mail server is
 * configured each waits and says so.
 */
final class SendingMail implements Workers.Job {

    private static final Logger log = LoggerFactory.getLogger(SendingMail.class);

    private static final String NO_SERVER = "no mail server is configured: set spring.mail.host";

    private final JdbcMailQueue queue;
    private final ObjectProvider<MailComposer> composer;
    private final Optional<Smtp> smtp;
    private final TransactionTemplate transaction;
    private final DomainClock clock;
    private final Leases leases;
    private final MailProperties settings;

    SendingMail(
            JdbcMailQueue queue,
            ObjectProvider<MailComposer> composer,
            Optional<Smtp> smtp,
            TransactionTemplate transaction,
            DomainClock clock,
            Leases leases,
            MailProperties settings) {
        this.queue = queue;
        this.composer = composer;
        this.smtp = smtp;
        this.transaction = transaction;
        this.clock = clock;
        this.leases = leases;
        this.settings = settings;
    }

    @Override
    public boolean step() {
        UUID lease = leases.begin();
        try {
            Optional<Claimed> claimed = queue.claim(lease);
            claimed.ifPresent(
                    mail -> Causation.of("mail/" + mail.mail().mail(), null).during(() -> {
                        send(lease, mail);
                        return null;
                    }));
            return claimed.isPresent();
        } finally {
            leases.end(lease);
        }
    }

    @Override
    public Duration untilNext() {
        return queue.untilNext();
    }

    private void send(UUID lease, Claimed claimed) {
        if (claimed.answer() != null) {
            settle(lease, claimed, claimed.answer());
            return;
        }
        if (claimed.interrupted()) {
            // whoever had it is dead: it may be with the server or not, and goes again under the same Message-ID
            queue.settle(lease, State.UNCERTAIN, "we stopped while it was handed over", Duration.ZERO);
            return;
        }
        if (smtp.isEmpty()) {
            queue.postpone(lease, NO_SERVER, settings.waiting().after(claimed.waits() + 1), false);
            return;
        }
        Composition composition;
        try {
            composition = compose(lease, claimed);
        } catch (RuntimeException | Error e) {
            log.error("{} could not be written", claimed.order().cause(), e);
            String reason = "it could not be written: " + Faults.describe(e);
            if (claimed.faults() + 1 < settings.faults()) {
                queue.postpone(lease, reason, settings.waiting().after(claimed.faults() + 1), true);
            } else {
                queue.settle(lease, State.FAILED, reason, null);
            }
            return;
        }
        if (composition == null) {
            queue.release(lease);
        } else if (composition instanceof Moot moot) {
            queue.moot(lease, moot.reason());
        } else if (composition instanceof Later later) {
            queue.postpone(lease, later.reason(), settings.waiting().after(claimed.waits() + 1), false);
        } else if (composition instanceof Ready ready) {
            settle(
                    lease,
                    claimed,
                    smtp.get().handOver(ready.letter(), claimed.mail().messageId(), clock.instant()));
        }
    }

    /** Null when it must not leave any more. A mail that waits or is moot leaves nothing of its composing behind. */
    private Composition compose(UUID lease, Claimed claimed) {
        return transaction.execute(status -> {
            if (!queue.stillWaits(lease)) {
                return null;
            }
            Composition composed = composer.getObject().compose(claimed.mail().mail(), claimed.order());
            if (composed instanceof Ready) {
                queue.handingOver(lease);
            } else {
                status.setRollbackOnly();
            }
            return composed;
        });
    }

    private void settle(UUID lease, Claimed claimed, Smtp.Answer answer) {
        boolean again = answer.state() == State.REFUSED || answer.state() == State.UNCERTAIN;
        Duration pause = settings.backOff().after(claimed.mail().attempts() + 1);
        boolean tooLong = claimed.firstAttempt() != null
                && claimed.firstAttempt().plus(settings.giveUpAfter()).isBefore(Instant.now());
        try {
            if (again && tooLong) {
                queue.settle(
                        lease,
                        State.FAILED,
                        "given up after " + settings.giveUpAfter().toDays() + " days: " + answer.reason(),
                        null);
            } else {
                queue.settle(lease, answer.state(), answer.reason(), again ? pause : null);
            }
        } catch (RuntimeException e) {
            queue.keep(lease, answer, pause);
            throw e;
        }
    }
}

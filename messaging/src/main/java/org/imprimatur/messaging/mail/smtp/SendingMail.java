package org.imprimatur.messaging.mail.smtp;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.imprimatur.messaging.Causation;
import org.imprimatur.messaging.mail.MailComposer;
import org.imprimatur.messaging.mail.MailComposer.Composition;
import org.imprimatur.messaging.mail.MailComposer.Later;
import org.imprimatur.messaging.mail.MailComposer.Moot;
import org.imprimatur.messaging.mail.MailComposer.Ready;
import org.imprimatur.messaging.mail.MailState.State;
import org.imprimatur.messaging.mail.smtp.JdbcMailQueue.Claimed;
import org.imprimatur.messaging.mail.smtp.JdbcMailQueue.Hold;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.messaging.work.Faults;
import org.imprimatur.messaging.work.Leases;
import org.imprimatur.messaging.work.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends one mail after another: takes and writes it, hands it over, stores the answer. Where no mail server is
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
    private final Queue<UUID> found = new ConcurrentLinkedQueue<>();

    /** Who has a mail in hand may want the connection again. */
    private final AtomicInteger busy = new AtomicInteger();

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
        if (tookOne()) {
            return true;
        }
        look();
        if (tookOne()) {
            return true;
        }
        if (busy.get() == 0) {
            smtp.ifPresent(Smtp::rest);
        }
        return false;
    }

    @Override
    public Duration untilNext() {
        return queue.untilNext();
    }

    /** One looks for all of us. */
    private synchronized void look() {
        if (found.isEmpty()) {
            found.addAll(queue.due());
        }
    }

    private boolean tookOne() {
        for (UUID next = found.poll(); next != null; next = found.poll()) {
            if (took(next)) {
                return true;
            }
        }
        return false;
    }

    private boolean took(UUID next) {
        Hold hold = new Hold(next, leases.begin());
        busy.incrementAndGet();
        try {
            return Causation.of("mail/" + next, null).during(() -> {
                Taken taken = take(hold);
                if (taken != null) {
                    send(hold, taken);
                }
                return taken != null;
            });
        } finally {
            busy.decrementAndGet();
            leases.end(hold.lease());
        }
    }

    /** What was made of a mail when it was taken: a composition, or a fault, or neither where it isn't to be written. */
    private record Taken(Claimed claimed, Composition composition, Throwable fault) {}

    /**
     * Null when it isn't to be had any more. What is ready is taken and marked as leaving with its composing, in one
     * transaction; what waits or is moot leaves nothing of its composing behind and is only taken.
     */
    private Taken take(Hold hold) {
        if (smtp.isEmpty()) {
            return transaction.execute(status -> queue.claim(hold, false)
                    .map(mail -> new Taken(mail, null, null))
                    .orElse(null));
        }
        Claimed[] claimed = new Claimed[1];
        Composition composition = null;
        Throwable fault = null;
        try {
            composition = transaction.execute(status -> {
                Composition composed = queue.claim(hold, true)
                        .map(mail -> {
                            claimed[0] = mail;
                            return mail.answer() != null || mail.interrupted()
                                    ? null
                                    : composer.getObject().compose(mail.mail().mail(), mail.order());
                        })
                        .orElse(null);
                if (!(composed instanceof Ready)) {
                    status.setRollbackOnly();
                }
                return composed;
            });
        } catch (RuntimeException | Error e) {
            if (claimed[0] == null) {
                throw e;
            }
            fault = e;
        }
        if (composition instanceof Ready) {
            return new Taken(claimed[0], composition, null);
        }
        return claimed[0] != null && takenAsItWas(hold, claimed[0]) ? new Taken(claimed[0], composition, fault) : null;
    }

    /** False when another has had it since, and all may be different. */
    private boolean takenAsItWas(Hold hold, Claimed before) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean same = queue.claim(hold, false)
                    .filter(again -> again.mail().attempts() == before.mail().attempts() - 1)
                    .isPresent();
            if (!same) {
                status.setRollbackOnly();
            }
            return same;
        }));
    }

    private void send(Hold hold, Taken taken) {
        Claimed claimed = taken.claimed();
        if (claimed.answer() != null) {
            settle(hold, claimed, claimed.answer());
        } else if (claimed.interrupted()) {
            // whoever had it is dead: it may be with the server or not, and goes again under the same Message-ID
            queue.settle(hold, State.UNCERTAIN, "we stopped while it was handed over", Duration.ZERO);
        } else if (smtp.isEmpty()) {
            queue.postpone(hold, NO_SERVER, settings.waiting().after(claimed.waits() + 1), false);
        } else if (taken.fault() != null) {
            unwritten(hold, claimed, taken.fault());
        } else if (taken.composition() instanceof Moot moot) {
            queue.moot(hold, moot.reason());
        } else if (taken.composition() instanceof Later later) {
            queue.postpone(hold, later.reason(), settings.waiting().after(claimed.waits() + 1), false);
        } else if (taken.composition() instanceof Ready ready) {
            settle(
                    hold,
                    claimed,
                    smtp.get().handOver(ready.letter(), claimed.mail().messageId(), clock.instant()));
        }
    }

    private void unwritten(Hold hold, Claimed claimed, Throwable fault) {
        log.error("{} could not be written", claimed.order().cause(), fault);
        String reason = "it could not be written: " + Faults.describe(fault);
        if (claimed.faults() + 1 < settings.faults()) {
            queue.postpone(hold, reason, settings.waiting().after(claimed.faults() + 1), true);
        } else {
            queue.settle(hold, State.FAILED, reason, null);
        }
    }

    private void settle(Hold hold, Claimed claimed, Smtp.Answer answer) {
        boolean again = answer.state() == State.REFUSED || answer.state() == State.UNCERTAIN;
        Duration pause = settings.backOff().after(claimed.mail().attempts());
        boolean tooLong = claimed.firstAttempt() != null
                && claimed.firstAttempt().plus(settings.giveUpAfter()).isBefore(Instant.now());
        try {
            if (again && tooLong) {
                queue.settle(
                        hold,
                        State.FAILED,
                        "given up after " + settings.giveUpAfter().toDays() + " days: " + answer.reason(),
                        null);
            } else {
                queue.settle(hold, answer.state(), answer.reason(), again ? pause : null);
            }
        } catch (RuntimeException e) {
            queue.keep(hold, answer, pause);
            throw e;
        }
    }
}

package org.imprimatur.messaging.inbox.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.imprimatur.messaging.PassingFault;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.kafka.JdbcInbox.Candidate;
import org.imprimatur.messaging.inbox.kafka.JdbcInbox.Claimed;
import org.imprimatur.messaging.work.BackOff;
import org.imprimatur.messaging.work.Faults;
import org.imprimatur.messaging.work.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/** Handles one message after another, each in one transaction with its effect. */
final class HandlingMessages implements Workers.Job {

    /** So often we look through all, so that no subject waits for another's last message. */
    private static final int FAIR = 32;

    private static final Logger log = LoggerFactory.getLogger(HandlingMessages.class);

    private final JdbcInbox inbox;
    private final Handlers handlers;
    private final TransactionTemplate transaction;
    private final int attempts;
    private final BackOff backOff;
    private final Duration retention;
    private final AtomicReference<Instant> pruned = new AtomicReference<>(Instant.EPOCH);

    /** What follows upon what was just handled: looking through all that waits would take longer the more it is. */
    private final Queue<Candidate> following = new ConcurrentLinkedQueue<>();

    /**
     * Subjects that a worker of ours is at, until it has written down how that ended: between a failure's rollback and
     * its note another would try once more without a pause. (A worker of another instance may still.)
     */
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    private final AtomicInteger steps = new AtomicInteger();

    HandlingMessages(
            JdbcInbox inbox,
            Handlers handlers,
            TransactionTemplate transaction,
            int attempts,
            BackOff backOff,
            Duration retention) {
        this.inbox = inbox;
        this.handlers = handlers;
        this.transaction = transaction;
        this.attempts = attempts;
        this.backOff = backOff;
        this.retention = retention;
    }

    @Override
    public boolean step() {
        prune();
        if (steps.incrementAndGet() % FAIR != 0) {
            Candidate next = following.poll();
            if (next != null && handled(next)) {
                return true;
            }
        }
        return inbox.candidates().stream().anyMatch(this::handled);
    }

    /** The next of its subject is free only then. */
    private boolean handled(Candidate candidate) {
        if (!busy.add(candidate.subject())) {
            return false;
        }
        boolean handled;
        try {
            handled = handle(candidate);
        } finally {
            busy.remove(candidate.subject());
        }
        if (handled) {
            inbox.nextOf(candidate.subject()).ifPresent(following::add);
        }
        return handled;
    }

    @Override
    public Duration untilNext() {
        return inbox.untilNext();
    }

    private boolean handle(Candidate candidate) {
        AtomicReference<Claimed> claimed = new AtomicReference<>();
        try {
            Handling handling = transaction.execute(status -> {
                Optional<Claimed> claim = inbox.claim(candidate);
                if (claim.isEmpty()) {
                    return null;
                }
                Claimed mine = claim.get();
                claimed.set(mine);
                Handling outcome = mine.causation().during(() -> handlers.handle(mine.received(), mine.body()));
                if (outcome instanceof Handling.Early) {
                    status.setRollbackOnly();
                } else {
                    inbox.done(mine.position());
                }
                return outcome;
            });
            if (handling instanceof Handling.Early early) {
                transaction.executeWithoutResult(status -> inbox.early(claimed.get(), Faults.shorten(early.reason())));
            }
        } catch (RuntimeException | Error e) {
            if (claimed.get() == null) {
                throw e;
            }
            failed(claimed.get(), e);
        }
        return claimed.get() != null;
    }

    private void failed(Claimed claimed, Throwable fault) {
        int failures = claimed.attempts() + 1;
        boolean hopeless = fault instanceof JacksonException || fault instanceof UnreadableMessage;
        transaction.executeWithoutResult(status -> claimed.causation().during(() -> {
            if (hopeless || failures >= attempts && !passing(fault)) {
                inbox.park(claimed.position(), claimed.attempts(), Faults.describe(fault));
            } else if (inbox.retry(claimed, Faults.describe(fault), backOff.after(failures))) {
                log.warn(
                        "{} {} could not be handled, attempt {}",
                        claimed.received().type(),
                        claimed.received().id(),
                        failures,
                        fault);
            }
            return null;
        }));
    }

    private static boolean passing(Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (t instanceof PassingFault) {
                return true;
            }
        }
        return false;
    }

    private void prune() {
        Instant last = pruned.get();
        Instant now = Instant.now();
        if (last.plus(Duration.ofHours(1)).isBefore(now) && pruned.compareAndSet(last, now)) {
            inbox.prune(retention);
        }
    }
}

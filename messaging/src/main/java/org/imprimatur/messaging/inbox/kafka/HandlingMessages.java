package org.imprimatur.messaging.inbox.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.imprimatur.messaging.PassingFault;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.kafka.JdbcInbox.Candidate;
import org.imprimatur.messaging.inbox.kafka.JdbcInbox.Claimed;
import org.imprimatur.messaging.work.BackOff;
import org.imprimatur.messaging.work.Faults;
import org.imprimatur.messaging.work.Signal;
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
    private final Signal signal;
    private final Duration atOnce;
    private final AtomicReference<Instant> pruned = new AtomicReference<>(Instant.EPOCH);

    /** What was found, and what follows upon what was just handled: looking takes longer the more there is. */
    private final Queue<Candidate> following = new ConcurrentLinkedQueue<>();

    /**
     * Subjects that a worker of ours is at, until it has written down how that ended: between a failure's rollback and
     * its note another would try once more without a pause. (A worker of another instance may still.)
     */
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /** How long the last of each kind took its handlers. */
    private final Map<String, Duration> lasted = new ConcurrentHashMap<>();

    private final AtomicInteger steps = new AtomicInteger();

    HandlingMessages(
            JdbcInbox inbox,
            Handlers handlers,
            TransactionTemplate transaction,
            Signal signal,
            int attempts,
            BackOff backOff,
            Duration retention,
            Duration atOnce) {
        this.inbox = inbox;
        this.handlers = handlers;
        this.transaction = transaction;
        this.signal = signal;
        this.attempts = attempts;
        this.backOff = backOff;
        this.retention = retention;
        this.atOnce = atOnce;
    }

    @Override
    public boolean step() {
        prune();
        if (steps.incrementAndGet() % FAIR == 0) {
            look(true);
        }
        if (handledOne()) {
            return true;
        }
        look(false);
        return handledOne();
    }

    private boolean handledOne() {
        for (Candidate next = following.poll(); next != null; next = following.poll()) {
            if (handled(next)) {
                return true;
            }
        }
        return false;
    }

    /** One looks for all of us. */
    private synchronized void look(boolean anew) {
        if (anew || following.isEmpty()) {
            List<Candidate> found = inbox.candidates();
            following.clear();
            found.stream()
                    .filter(candidate -> !busy.contains(candidate.subject()))
                    .forEach(following::add);
        }
    }

    /** The next of its subject is free only then. */
    private boolean handled(Candidate candidate) {
        if (!busy.add(candidate.subject())) {
            return false;
        }
        Optional<Claimed> handled;
        try {
            handled = handle(candidate);
        } finally {
            busy.remove(candidate.subject());
        }
        // what came later than that is found by looking
        if (handled.filter(Claimed::more).isPresent()) {
            inbox.nextOf(candidate.subject()).ifPresent(following::add);
        }
        return handled.isPresent();
    }

    @Override
    public Duration untilNext() {
        return inbox.untilNext();
    }

    private Optional<Claimed> handle(Candidate candidate) {
        AtomicReference<Claimed> claimed = new AtomicReference<>();
        try {
            Handling handling = transaction.execute(status -> {
                Optional<Claimed> claim = inbox.claim(candidate);
                if (claim.isEmpty()) {
                    return null;
                }
                Claimed mine = claim.get();
                claimed.set(mine);
                Handling outcome = handle(mine);
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
        return Optional.ofNullable(claimed.get());
    }

    private Handling handle(Claimed claimed) {
        long began = System.nanoTime();
        try {
            return claimed.causation().during(() -> handlers.handle(claimed.received(), claimed.body()));
        } finally {
            lasted.put(claimed.received().type(), Duration.ofNanos(System.nanoTime() - began));
        }
    }

    /**
     * Stores it and handles it in one transaction, if nothing of its subject waits and its kind is quick. False when it
     * is neither: then nothing was done. When the handler fails or finds itself early, it is stored with that.
     */
    boolean atOnce(Incoming incoming) {
        String subject = incoming.received().subject();
        Duration last = lasted.getOrDefault(incoming.received().type(), Duration.ZERO);
        if (last.compareTo(atOnce) >= 0 || !inbox.takes(incoming) || !busy.add(subject)) {
            return false;
        }
        try {
            if (!storeAndHandle(incoming)) {
                return false;
            }
        } finally {
            busy.remove(subject);
        }
        inbox.nextOf(subject).ifPresent(next -> {
            following.add(next);
            signal.raise();
        });
        return true;
    }

    private boolean storeAndHandle(Incoming incoming) {
        AtomicReference<Claimed> claimed = new AtomicReference<>();
        try {
            Handling handling = transaction.execute(status -> {
                inbox.storeHandled(incoming).ifPresent(claimed::set);
                Handling outcome = claimed.get() == null ? null : handle(claimed.get());
                if (outcome == null || outcome instanceof Handling.Early) {
                    status.setRollbackOnly();
                }
                return outcome;
            });
            if (handling instanceof Handling.Early early) {
                store(incoming, claimed.get(), mine -> inbox.early(mine, Faults.shorten(early.reason())));
            }
        } catch (RuntimeException | Error e) {
            if (claimed.get() == null) {
                throw e;
            }
            store(incoming, claimed.get(), mine -> failed(mine, e));
        }
        return claimed.get() != null;
    }

    /** With what became of it, after all that was stored before was rolled back. */
    private void store(Incoming incoming, Claimed claimed, Consumer<Claimed> outcome) {
        transaction.executeWithoutResult(
                status -> inbox.storeOne(incoming).ifPresent(position -> outcome.accept(claimed.at(position))));
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

package org.imprimatur.messaging.inbox.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

/**
 * Handles one message after another, each in one transaction with its effect. Messages of different subjects whose kinds
 * are quick share a transaction; where one of them is early or fails, all are taken back and each is handled alone.
 */
final class HandlingMessages implements Workers.Job {

    /** So often we look through all, so that no subject waits for another's last message. */
    private static final int FAIR = 32;

    /** No more share a transaction. */
    static final int TOGETHER = 50;

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
        if (handledSome()) {
            return true;
        }
        look(false);
        return handledSome();
    }

    private boolean handledSome() {
        for (List<Candidate> next = next(); !next.isEmpty(); next = next()) {
            if (handled(next)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Those that come next, with their subjects taken: as many as take their handlers no longer together than one may
     * that is handled at once. What failed before, or whose kind we don't know, comes alone.
     */
    private List<Candidate> next() {
        List<Candidate> next = new ArrayList<>();
        Duration longest = Duration.ZERO;
        for (Candidate one = following.poll(); one != null; one = following.poll()) {
            Duration last = one.untried() ? lasted.get(one.type()) : null;
            if (!next.isEmpty() && (last == null || longest.plus(last).compareTo(atOnce) > 0)) {
                // in front of all it was, but order among subjects is no promise
                following.add(one);
                return next;
            }
            if (busy.add(one.subject())) {
                next.add(one);
                if (last == null || next.size() == TOGETHER) {
                    return next;
                }
                longest = longest.plus(last);
            }
        }
        return next;
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

    /** The next of their subjects are free only then. */
    private boolean handled(List<Candidate> candidates) {
        List<Claimed> handled;
        try {
            handled = candidates.size() == 1 ? handle(candidates.get(0)) : handleTogether(candidates);
        } finally {
            candidates.forEach(candidate -> busy.remove(candidate.subject()));
        }
        // what came later than that is found by looking
        List<String> more = handled.stream()
                .filter(Claimed::more)
                .map(one -> one.received().subject())
                .toList();
        if (!more.isEmpty()) {
            following.addAll(inbox.nextOf(more));
        }
        return !handled.isEmpty();
    }

    @Override
    public Duration untilNext() {
        return inbox.untilNext();
    }

    private List<Claimed> handleTogether(List<Candidate> candidates) {
        List<Claimed> handled = null;
        try {
            handled = transaction.execute(status -> {
                List<Claimed> claimed = inbox.claim(candidates);
                if (!claimed.stream().allMatch(one -> handle(one) instanceof Handling.Done)) {
                    status.setRollbackOnly();
                    return null;
                }
                inbox.done(claimed);
                return claimed;
            });
        } catch (RuntimeException | Error e) {
            // whose fault it is shows when each is handled alone
            log.debug("{} messages could not be handled together", candidates.size(), e);
        }
        return handled != null
                ? handled
                : candidates.stream().flatMap(one -> handle(one).stream()).toList();
    }

    /** What was claimed, if it could be. */
    private List<Claimed> handle(Candidate candidate) {
        AtomicReference<Claimed> claimed = new AtomicReference<>();
        try {
            Handling handling = transaction.execute(status -> {
                List<Claimed> claim = inbox.claim(List.of(candidate));
                if (claim.isEmpty()) {
                    return null;
                }
                claimed.set(claim.get(0));
                Handling outcome = handle(claimed.get());
                if (outcome instanceof Handling.Early) {
                    status.setRollbackOnly();
                } else {
                    inbox.done(claim);
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
        return claimed.get() == null ? List.of() : List.of(claimed.get());
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
        workersGoOnWith(List.of(subject));
        return true;
    }

    private void workersGoOnWith(Collection<String> subjects) {
        List<Candidate> next = inbox.nextOf(subjects);
        if (!next.isEmpty()) {
            following.addAll(next);
            signal.raise();
        }
    }

    /**
     * The same for messages that came together, all in one transaction and in their order, if they are quick together
     * and nothing of their subjects waits. False when that can't be, or one fails or finds itself early: then nothing
     * was done, and whose fault it is shows when each is handled alone.
     */
    boolean atOnce(List<Incoming> incoming) {
        if (incoming.size() == 1) {
            return atOnce(incoming.get(0));
        }
        List<Incoming> taken = incoming.stream().filter(inbox::takes).toList();
        if (taken.isEmpty() || !quick(taken) || incoming.stream().anyMatch(one -> one.unreadable() != null)) {
            return false;
        }
        Set<String> subjects = new LinkedHashSet<>();
        try {
            for (Incoming one : taken) {
                String subject = one.received().subject();
                if (!subjects.contains(subject)) {
                    if (!busy.add(subject)) {
                        return false;
                    }
                    subjects.add(subject);
                }
            }
            if (!storeAndHandle(incoming)) {
                return false;
            }
        } finally {
            busy.removeAll(subjects);
        }
        workersGoOnWith(subjects);
        return true;
    }

    private boolean quick(List<Incoming> incoming) {
        Duration all = Duration.ZERO;
        for (Incoming one : incoming) {
            Duration last = lasted.get(one.received().type());
            if (last == null || (all = all.plus(last)).compareTo(atOnce) > 0) {
                return false;
            }
        }
        return true;
    }

    private boolean storeAndHandle(List<Incoming> incoming) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                boolean handled = inbox.storeHandled(incoming)
                        .map(claimed -> claimed.stream().allMatch(one -> handle(one) instanceof Handling.Done))
                        .orElse(false);
                if (!handled) {
                    status.setRollbackOnly();
                }
                return handled;
            }));
        } catch (RuntimeException | Error e) {
            log.debug("{} messages could not be handled at once", incoming.size(), e);
            return false;
        }
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

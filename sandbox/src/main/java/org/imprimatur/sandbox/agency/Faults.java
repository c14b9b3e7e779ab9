package org.imprimatur.sandbox.agency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.imprimatur.sandbox.agency.Fault.Kind;
import org.imprimatur.sandbox.agency.Fault.On;

/** What the agency is told to do wrong, and a list of what it did wrong. Thread-safe. */
public final class Faults {

    /**
     * A fault that happened.
     *
     * @param kind what
     * @param at when
     * @param what the file, the DOI or the request it happened to
     */
    public record Happened(Kind kind, Instant at, String what) {}

    private final Clock clock;
    private final Consumer<Duration> goAway;
    private final List<Fault> set = new ArrayList<>();
    private final List<Happened> happened = new ArrayList<>();

    Faults(Clock clock, Consumer<Duration> goAway) {
        this.clock = clock;
        this.goAway = goAway;
    }

    /** The next deposits are answered with 503 and not kept. */
    public void unavailable(int times) {
        unavailable(On.DEPOSIT, times);
    }

    /** The next requests of this kind are answered with 503. */
    public void unavailable(On on, int times) {
        add(new Fault(Kind.UNAVAILABLE, times, on, Duration.ZERO, "", ""));
    }

    /** The next requests of this kind are answered with 200 and nonsense; a deposit is not kept. */
    public void garbage(On on, int times) {
        add(new Fault(Kind.GARBAGE, times, on, Duration.ZERO, "", ""));
    }

    /** The next requests of this kind get no answer, only a closed connection; a deposit is not kept. */
    public void cut(On on, int times) {
        add(new Fault(Kind.CUT, times, on, Duration.ZERO, "", ""));
    }

    /** The next deposits are kept and processed, but the depositor sees only a closed connection. */
    public void loseAnswer(int times) {
        add(new Fault(Kind.ANSWER_LOST, times, On.DEPOSIT, Duration.ZERO, "", ""));
    }

    /** The next requests of this kind are done at once and answered only after that time. */
    public void late(On on, Duration howLong, int times) {
        add(new Fault(Kind.LATE, times, on, howLong, "", ""));
    }

    /** The next submissions stay in process for that much longer. */
    public void slow(Duration howLong, int times) {
        add(new Fault(Kind.SLOW, times, On.DEPOSIT, howLong, "", ""));
    }

    /** From now on and for that long every connection is refused. */
    public void down(Duration howLong) {
        happened(Kind.DOWN, "for " + howLong);
        goAway.accept(howLong);
    }

    /** The next records of that DOI fail with this message. */
    public void refuse(String doi, String message, int times) {
        add(new Fault(Kind.REFUSE, times, On.DEPOSIT, Duration.ZERO, doi, message));
    }

    /** Of the next submissions the result is given first under one submission id and from then on under another. */
    public void answerTwice(int times) {
        add(new Fault(Kind.ANSWER_TWICE, times, On.DEPOSIT, Duration.ZERO, "", ""));
    }

    /** The next submissions stay queued for ever. */
    public void neverAnswer(int times) {
        add(new Fault(Kind.NEVER_ANSWER, times, On.DEPOSIT, Duration.ZERO, "", ""));
    }

    /** Nothing goes wrong any more; what happened stays listed. */
    public synchronized void clear() {
        set.clear();
    }

    /** What will go wrong yet. */
    public synchronized List<Fault> set() {
        return List.copyOf(set);
    }

    /** What went wrong, in order. */
    public synchronized List<Happened> happened() {
        return List.copyOf(happened);
    }

    /** How often each kind happened; only kinds that did. */
    public Map<String, Long> counts() {
        return happened().stream()
                .collect(Collectors.groupingBy(one -> one.kind().word(), TreeMap::new, Collectors.counting()));
    }

    private synchronized void add(Fault fault) {
        if (fault.times() < 1) throw new IllegalArgumentException("A fault happens at least once");
        set.add(fault);
    }

    private synchronized void happened(Kind kind, String what) {
        happened.add(new Happened(kind, clock.instant(), what));
    }

    /** Lets the first matching fault happen, if one is set. */
    synchronized Optional<Fault> strike(Kind kind, Predicate<Fault> matching, String what) {
        for (var i = 0; i < set.size(); i++) {
            var fault = set.get(i);
            if (fault.kind() != kind || !matching.test(fault)) continue;
            if (fault.times() == 1) set.remove(i);
            else set.set(i, fault.once());
            happened(kind, what);
            return Optional.of(fault);
        }
        return Optional.empty();
    }

    boolean strikes(Kind kind, String what) {
        return strike(kind, fault -> true, what).isPresent();
    }

    boolean strikes(Kind kind, On on, String what) {
        return strike(kind, fault -> fault.on() == on, what).isPresent();
    }

    /** Sets a fault that came over HTTP. */
    void set(Fault fault) {
        if (fault.kind() == Kind.DOWN) down(fault.howLong());
        else add(fault);
    }
}

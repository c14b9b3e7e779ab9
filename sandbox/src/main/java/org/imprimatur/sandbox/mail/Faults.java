package org.imprimatur.sandbox.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the mail server is told to do wrong, and a list of what it did wrong. Patterns are regular expressions over the
 * whole address, case ignored. A code of 4xx means "later", 5xx "never" (RFC 5321 §4.2.1). Thread-safe.
 */
public final class Faults {

    /** What can go wrong. */
    public enum Kind {
        /** The connection is refused with a code. */
        CONNECTION_REFUSED,
        /** A recipient is refused at RCPT. */
        RECIPIENT_REFUSED,
        /** The message is refused after its last byte; it isn't stored. */
        MESSAGE_REFUSED,
        /** The server says nothing for a while. */
        STALLED,
        /** The connection is closed after the last byte of the message, before an answer. */
        CUT;

        /** As JSON has it: small letters and hyphens. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Where in the conversation the server stalls. */
    public enum Phase {
        /** Before its greeting. */
        CONNECT,
        /** After the last byte of a message, which is stored before the answer is given. */
        DATA
    }

    /**
     * A fault that happened.
     *
     * @param kind what
     * @param at when
     * @param what the address or message it happened to
     */
    public record Happened(Kind kind, Instant at, String what) {}

    record Fault(Kind kind, int times, Pattern address, int code, Phase phase, Duration howLong, boolean stored) {
        private Fault once() {
            return new Fault(kind, times - 1, address, code, phase, howLong, stored);
        }
    }

    private static final Pattern ANYBODY = Pattern.compile(".*");

    private final Clock clock;
    private final List<Fault> set = new ArrayList<>();
    private final List<Happened> happened = new ArrayList<>();

    Faults(Clock clock) {
        this.clock = clock;
    }

    /** The next connections are greeted with this code and closed. */
    public void refuseConnections(int times, int code) {
        add(new Fault(Kind.CONNECTION_REFUSED, times, ANYBODY, checked(code), Phase.CONNECT, Duration.ZERO, false));
    }

    /** The next recipients that match are refused with this code. */
    public void refuseRecipients(int times, String pattern, int code) {
        add(new Fault(
                Kind.RECIPIENT_REFUSED, times, address(pattern), checked(code), Phase.DATA, Duration.ZERO, false));
    }

    /** The next messages to a recipient that matches are refused with this code after all their bytes have come. */
    public void refuseMessages(int times, String pattern, int code) {
        add(new Fault(Kind.MESSAGE_REFUSED, times, address(pattern), checked(code), Phase.DATA, Duration.ZERO, false));
    }

    /** The next times the server says nothing for that long and goes on then. */
    public void stall(int times, Phase phase, Duration howLong) {
        add(new Fault(Kind.STALLED, times, ANYBODY, 0, phase, howLong, true));
    }

    /** The next connections are cut after a message's last byte; the sender can't know whether it was stored. */
    public void cutAfterData(int times, boolean stored) {
        add(new Fault(Kind.CUT, times, ANYBODY, 0, Phase.DATA, Duration.ZERO, stored));
    }

    /** Nothing goes wrong any more; what happened stays listed. */
    public synchronized void clear() {
        set.clear();
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

    private static int checked(int code) {
        if (code < 400 || code > 599) throw new IllegalArgumentException("A refusal is 4xx or 5xx, not " + code);
        return code;
    }

    private static Pattern address(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    private synchronized void add(Fault fault) {
        if (fault.times() < 1) throw new IllegalArgumentException("A fault happens at least once");
        set.add(fault);
    }

    /** Lets the first fault set for this happen, if there is one. */
    synchronized Optional<Fault> strike(Kind kind, Phase phase, Collection<String> addresses) {
        for (var i = 0; i < set.size(); i++) {
            var fault = set.get(i);
            if (fault.kind() != kind
                    || fault.phase() != phase
                    || addresses.stream()
                            .noneMatch(it -> fault.address().matcher(it).matches())) continue;
            if (fault.times() == 1) set.remove(i);
            else set.set(i, fault.once());
            happened.add(new Happened(kind, clock.instant(), String.join(", ", addresses)));
            return Optional.of(fault);
        }
        return Optional.empty();
    }
}

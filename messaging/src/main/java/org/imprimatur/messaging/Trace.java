package org.imprimatur.messaging;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a trace: W3C Trace Context, level 1.
 *
 * @param id the trace-id (3.2.2.3), 32 hexadecimal digits, not all zero
 * @param span the parent-id (3.2.2.4) that whoever is told of it goes on from, 16 hexadecimal digits, not all zero
 */
public record Trace(String id, String span) {

    private static final Pattern ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final Pattern SPAN = Pattern.compile("(?!0{16})[0-9a-f]{16}");

    /** 3.2.2: version ff is none; of a later version than 00 more may follow, and its first four fields are ours. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)([0-9a-f]{2})-(" + ID + ")-(" + SPAN + ")-[0-9a-f]{2}(-.*)?");

    private static final String VERSION = "00";
    private static final SecureRandom RANDOM = new SecureRandom();

    public Trace {
        if (!ID.matcher(Objects.requireNonNull(id)).matches()
                || !SPAN.matcher(Objects.requireNonNull(span)).matches()) {
            throw new IllegalArgumentException(id + "-" + span + " is no place in a trace");
        }
    }

    /** The beginning of a new one. */
    public static Trace begun() {
        return new Trace(random(16), random(8));
    }

    /** What a {@code traceparent} says; empty for null and for what isn't of the form, which 3.2.2 has us ignore. */
    public static Optional<Trace> read(String traceparent) {
        if (traceparent == null || traceparent.length() > 255) {
            return Optional.empty();
        }
        Matcher parts = TRACEPARENT.matcher(traceparent);
        return parts.matches() && (parts.group(4) == null || !parts.group(1).equals(VERSION))
                ? Optional.of(new Trace(parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    /** The same trace, a step further on. */
    public Trace next() {
        return new Trace(id, random(8));
    }

    /** As the header {@code traceparent} (3.2); flag 01, since all of it is written down (3.2.2.5.1). */
    public String traceparent() {
        return VERSION + "-" + id + "-" + span + "-01";
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        // what is all zero is no id
        random[bytes - 1] |= 1;
        return HexFormat.of().formatHex(random);
    }
}

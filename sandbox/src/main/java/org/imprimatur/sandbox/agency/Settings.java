package org.imprimatur.sandbox.agency;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the sandbox agency runs. Read once, when it starts; not for several threads. */
public final class Settings {

    String host = "127.0.0.1";
    int port;
    final List<Account> accounts = new ArrayList<>();
    Optional<Path> schemas = Optional.empty();
    Optional<Path> folder = Optional.empty();
    int pendingLimit = 10_000;
    Duration processing = Duration.ZERO;
    boolean landingPages;
    int largestFile = 64 << 20;
    Clock clock = Clock.systemUTC();

    /** Any free port of this machine alone, everything in memory, no account yet. */
    public static Settings settings() {
        return new Settings();
    }

    /** Where to listen; {@code 0.0.0.0} for every interface. */
    public Settings host(String value) {
        host = value;
        return this;
    }

    /** The port to listen on; 0 for any free one. */
    public Settings port(int value) {
        port = value;
        return this;
    }

    /** Lets somebody deposit under these prefixes. */
    public Settings account(String login, String password, String... prefixes) {
        accounts.add(new Account(login, password, Set.of(prefixes)));
        return this;
    }

    /**
     * Validates against the real schemas in this folder ({@code crossref5.3.1.xsd} and what it includes, {@code xml.xsd},
     * {@code standard-modules/mathml3/mathml3.xsd}). Without it the sandbox has simpler rules of its own.
     */
    public Settings schemas(Path value) {
        schemas = Optional.of(value);
        return this;
    }

    /** Keeps submissions and what came of them in this folder, one file each, across restarts. */
    public Settings folder(Path value) {
        folder = Optional.of(value);
        return this;
    }

    /** How many submissions of one account may wait; more are answered with 429. */
    public Settings pendingLimit(int value) {
        pendingLimit = value;
        return this;
    }

    /** How long every submission is in process before it is completed. */
    public Settings processing(Duration value) {
        processing = value;
        return this;
    }

    /** Registers a DOI only if its resource answers with a status below 400. The real agency doesn't look. */
    public Settings checkLandingPages(boolean value) {
        landingPages = value;
        return this;
    }

    /** The longest request taken, in bytes. */
    public Settings largestFile(int bytes) {
        largestFile = bytes;
        return this;
    }

    /** What dates submissions. */
    public Settings clock(Clock value) {
        clock = value;
        return this;
    }
}

package org.imprimatur.sandbox.orcid;

import java.time.Clock;
import java.util.List;

/** How the ORCID stand-in runs. Read once, when it starts; not for several threads. */
public final class Settings {

    String host = "127.0.0.1";
    int port;
    String clientId = "APP-SANDBOX";
    String clientSecret = "only-for-the-sandbox";
    // iDs outside the blocks that ORCID gives from, but the first: an invented scholar's, whom ORCID itself shows
    // around
    List<Person> people = List.of(
            new Person("0000-0002-1825-0097", "Josiah", "Carberry"),
            new Person("0000-0099-1000-001X", "Noor", "Fatima"),
            new Person("0000-0099-1000-0028", "Farah", "Siddiqui"),
            new Person("0000-0099-1000-0036", "", ""));
    Clock clock = Clock.systemUTC();

    /** Any free port of this machine alone. */
    public static Settings settings() {
        return new Settings();
    }

    /** Where to listen; {@code 0.0.0.0} for every interface. */
    public Settings host(String value) {
        host = value;
        return this;
    }

    /** 0 for any free one. */
    public Settings port(int value) {
        port = value;
        return this;
    }

    /** The only client it knows. */
    public Settings client(String id, String secret) {
        clientId = id;
        clientSecret = secret;
        return this;
    }

    /** Whom one can choose to be. */
    public Settings people(List<Person> value) {
        people = List.copyOf(value);
        return this;
    }

    /** What dates tokens. */
    public Settings clock(Clock value) {
        clock = value;
        return this;
    }
}

package org.imprimatur.sandbox.mail;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** How the sandbox mail server runs. Read once, when it starts; not for several threads. */
public final class Settings {

    String host = "127.0.0.1";
    int smtpPort;
    int webPort;
    Optional<Path> folder = Optional.empty();
    int largestMessage = 32 << 20;
    Clock clock = Clock.systemUTC();

    /** Any free ports of this machine alone, everything in memory. */
    public static Settings settings() {
        return new Settings();
    }

    /** Where to listen; {@code 0.0.0.0} for every interface. */
    public Settings host(String value) {
        host = value;
        return this;
    }

    /** The port for mail; 0 for any free one. */
    public Settings smtpPort(int value) {
        smtpPort = value;
        return this;
    }

    /** The port of the mail box on the web; 0 for any free one. */
    public Settings webPort(int value) {
        webPort = value;
        return this;
    }

    /** Keeps each message as {@code 1.eml}, {@code 2.eml}, … in this folder, across restarts. */
    public Settings folder(Path value) {
        folder = Optional.of(value);
        return this;
    }

    /** The longest message taken, in bytes. */
    public Settings largestMessage(int bytes) {
        largestMessage = bytes;
        return this;
    }

    /** What dates messages. */
    public Settings clock(Clock value) {
        clock = value;
        return this;
    }
}

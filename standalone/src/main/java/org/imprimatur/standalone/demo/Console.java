package org.imprimatur.standalone.demo;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells a person at the terminal what happens, each line with the domain's time. */
public final class Console {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final PrintStream out;
    private volatile Supplier<Instant> clock = () -> Instant.EPOCH;
    private final boolean coloured;

    public Console(PrintStream out) {
        this.out = out;
        this.coloured = System.console() != null && System.getenv("NO_COLOR") == null;
    }

    public void follow(Supplier<Instant> domainClock) {
        clock = domainClock;
    }

    public void title(String text) {
        line("");
        line(styled("1", text));
    }

    public void act(String who, String what) {
        line("%s  %s %s".formatted(now(), styled("1", who), what));
    }

    public void event(String name, String about) {
        line("%s    %s %s %s".formatted(" ".repeat(now().length()), styled("34", "event"), name, styled("2", about)));
    }

    public void mail(String to, String subject) {
        line("%s    %s  to %s: %s".formatted(" ".repeat(now().length()), styled("33", "mail"), to, subject));
    }

    public void fault(String what) {
        line("%s    %s %s".formatted(" ".repeat(now().length()), styled("31", "fault"), what));
    }

    public void line(String text) {
        synchronized (out) {
            out.println(text);
            out.flush();
        }
    }

    private String now() {
        return "%17s".formatted(TIME.format(clock.get()));
    }

    private String styled(String code, String text) {
        return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}

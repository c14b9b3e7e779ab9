package org.imprimatur.gateway.accounts.web;

import java.time.Instant;
import org.imprimatur.gateway.accounts.Attempts;
import org.imprimatur.gateway.accounts.SigningIn;

/** Keeps strangers from having mails sent in great numbers; counted apart from signing in. */
final class MailLimit {
    private static final String KIND = "mail to ";
    private static final int TO_ONE_ADDRESS = 3;
    private static final int FROM_ONE_CLIENT = 30;

    private final Attempts attempts;

    MailLimit(Attempts attempts) {
        this.attempts = attempts;
    }

    /** Whether one more mail may go, which is then counted. */
    boolean allows(String address, String client, Instant now) {
        Instant since = now.minus(SigningIn.WINDOW);
        String sender = KIND + client;
        if (attempts.at(KIND + address, since) >= TO_ONE_ADDRESS || attempts.from(sender, since) >= FROM_ONE_CLIENT) {
            return false;
        }
        attempts.failed(KIND + address, sender, now);
        return true;
    }
}

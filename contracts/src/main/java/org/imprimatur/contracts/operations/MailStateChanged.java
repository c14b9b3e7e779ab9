package org.imprimatur.contracts.operations;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/**
 * A mail came to this state.
 *
 * @param recipient who gets it, as an id like {@code account/…} or {@code reviewer/…}; null in facts of earlier releases
 * @param state queued, handed-over, refused, bounced, failed, uncertain, moot or recalled
 * @param answer the other server's answer, or why it is so, without mail addresses; null where there is none
 */
@Wire(type = "imprimatur.operations.mail-state-changed.v1", topic = "imprimatur.operations")
public record MailStateChanged(
        String service, String mail, String subject, String recipient, String template, String state, String answer)
        implements Fact {

    @Override
    public String aggregate() {
        return "mail/" + mail;
    }
}

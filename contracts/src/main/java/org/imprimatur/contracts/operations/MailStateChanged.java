package org.imprimatur.contracts.operations;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** A mail came to this state: queued, handed-over, refused, bounced, failed, moot. */
@Wire(type = "imprimatur.operations.mail-state-changed.v1", topic = "imprimatur.operations")
public record MailStateChanged(String service, String mail, String subject, String template, String state)
        implements Fact {

    @Override
    public String aggregate() {
        return subject;
    }
}

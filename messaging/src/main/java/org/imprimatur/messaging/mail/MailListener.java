package org.imprimatur.messaging.mail;

/** Is told of each change of a mail's state, in the transaction that stores it. */
public interface MailListener {

    void changed(MailState state);
}

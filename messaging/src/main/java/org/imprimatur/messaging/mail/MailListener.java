package org.imprimatur.messaging.mail;

/** Is told of each change of a mail's state, in the transaction that stores it. If it throws, the change is stored later. */
public interface MailListener {

    void changed(MailState state);
}

package org.imprimatur.messaging.outbox;

/** Says messages so that they leave exactly when the caller's transaction commits. */
public interface Outbox {

    /**
     * Stores the message in the caller's transaction, which must be open; it is published after the commit, in order
     * within its subject, and never lost. Its causation is the message being handled, or the request's id.
     *
     * @param actor the id of who acted: an account, {@code invitation/…}, or {@code process}
     * @return the message's id
     * @throws IllegalStateException without an open transaction
     */
    String say(Object message, String actor);
}

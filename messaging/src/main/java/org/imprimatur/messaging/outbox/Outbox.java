package org.imprimatur.messaging.outbox;

/** Says messages so that they leave exactly when the caller's transaction commits. */
public interface Outbox {

    /**
     * Stores the message in the caller's transaction, which must be open; it is published after the commit, in order
     * within its subject, and never lost. Its causation is the message being handled, or the request's id; its trace
     * is that of the first message about its subject.
     *
     * @param actor the id of who acted: an account, {@code invitation/…}, or {@code process}
     * @return the message's id
     * @throws IllegalStateException without an open transaction
     * @throws IllegalArgumentException for a message larger than {@code imprimatur.messaging.largest}, which Kafka
     *     would never take: what is large travels as a document
     */
    String say(Object message, String actor);

    /**
     * Sends once more, under their ids and in their order, all messages about that subject that are still kept ({@code
     * imprimatur.messaging.outbox-retention}): for receivers that missed some. Who has them ignores them. What was
     * missed comes late, so say the present state after it. Needs an open transaction.
     *
     * @return how many
     */
    int sayAgain(String subject);
}

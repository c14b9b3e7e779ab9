package org.imprimatur.service.operations;

import org.imprimatur.messaging.inbox.InboxListener;
import org.imprimatur.messaging.outbox.Outbox;

/**
 * Asks the owner of what never came to say it again: about the subject when it is known whose messages are missing, about
 * everything when Kafka has deleted what was not read. What travels on topics where several services speak is not asked
 * for when it is not known whose it was: a command is asked again by the process, and what was said about the running of
 * a service is history.
 */
final class AskingForWhatIsMissing implements InboxListener {

    private static final String ALL = "*";
    private static final String NOBODY = "process";

    private final Outbox outbox;

    AskingForWhatIsMissing(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void gap(String source, String topic, String subject, String aggregate, long expected, long came) {
        Owners.ofSource(source).ifPresent(owner -> outbox.say(owner.ask(subject), NOBODY));
    }

    @Override
    public void unread(String topic, int partition, long first, long last) {
        Owners.ofTopic(topic).ifPresent(owner -> outbox.say(owner.ask(ALL), NOBODY));
    }
}

package org.imprimatur.messaging.mail;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes the mail of an order at the moment of sending; the service gives one as a bean. Runs in a transaction. */
public interface MailComposer {

    Composition compose(UUID mail, MailOrder order);

    sealed interface Composition {}

    record Ready(Letter letter) implements Composition {}

    /** What it needs is away for now (an address, a name): it waits and is tried again. */
    record Later(String reason) implements Composition {}

    /** Nobody needs it any more: it is not sent, and its state says so. */
    record Moot(String reason) implements Composition {}

    record Letter(
            String toName,
            String toAddress,
            String fromName,
            String subject,
            String text,
            String html,
            Map<String, String> headers,
            List<Attachment> attachments) {}

    record Attachment(String fileName, String mediaType, byte[] content) {}
}

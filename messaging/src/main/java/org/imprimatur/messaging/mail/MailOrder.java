package org.imprimatur.messaging.mail;

import java.time.Instant;
import java.util.Map;

/**
 * A mail to be sent. Holds ids and plain values only: names, addresses, texts and links are put in by the
 * {@link MailComposer} at the moment of sending.
 *
 * @param cause what makes this mail, for example {@code invitation/123/reminder/1}: no cause makes a second mail
 * @param about the subject in whose history it stands (a manuscript's id), or the account's id
 * @param recipient who gets it, for example {@code account/…} or {@code reviewer/…}
 * @param template the mail's kind
 * @param values plain values
 * @param notBefore domain time before which it doesn't leave, or null
 */
public record MailOrder(
        String cause, String about, String recipient, String template, Map<String, String> values, Instant notBefore) {

    public MailOrder(String cause, String about, String recipient, String template, Map<String, String> values) {
        this(cause, about, recipient, template, values, null);
    }
}

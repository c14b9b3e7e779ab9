package org.imprimatur.messaging.sample;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.imprimatur.messaging.mail.MailComposer;
import org.imprimatur.messaging.mail.MailOrder;

/** Writes the sample service's mails: an ordinary one, unless a test wants it otherwise. */
public final class Post implements MailComposer {

    private final Map<String, Supplier<Composition>> whims = new ConcurrentHashMap<>();

    /** From now on the mail of that cause is composed like this. */
    public void meet(String cause, Supplier<Composition> whim) {
        whims.put(cause, whim);
    }

    @Override
    public Composition compose(UUID mail, MailOrder order) {
        return whims.getOrDefault(order.cause(), () -> letterTo(order.recipient() + "@example.org"))
                .get();
    }

    public static Composition letterTo(String address) {
        return new Ready(new Letter(
                "Zoë Šedivá",
                address,
                "A Journal",
                "Your manuscript – réponse",
                "In plain words",
                "<p>In words</p>",
                Map.of("Auto-Submitted", "auto-generated", "List-Unsubscribe", "<https://journal.example.org/u>"),
                List.of(new Attachment("review.pdf", "application/pdf", new byte[] {1, 2, 3}))));
    }
}

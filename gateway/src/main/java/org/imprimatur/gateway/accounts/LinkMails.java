package org.imprimatur.gateway.accounts;

import java.util.UUID;
import org.imprimatur.gateway.accounts.LinkTokens.Purpose;

/** The mails that bear links. Each leaves once for its id; who gets it, and what it says, is looked up as it leaves. */
public interface LinkMails {
    void send(Purpose purpose, UUID id);

    /** Tells an account's holder that something about how they sign in changed: they should know if it was not them. */
    void tellOfChange(Change change, String account, UUID id);

    /** What may have changed. */
    enum Change {
        PASSWORD,
        ADDRESS,
        ORCID,
        PASSKEY,
        MERGED
    }
}

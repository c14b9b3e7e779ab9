package org.imprimatur.gateway.accounts;

import java.util.UUID;

/** The mails that bear links. Each leaves once for its id. */
public interface LinkMails {
    void confirmRegistration(UUID id);

    void alreadyRegistered(UUID id, String account);

    void choosePassword(UUID id, String account);
}

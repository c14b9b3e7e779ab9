package org.imprimatur.gateway.accounts.messaging;

import java.util.List;
import org.imprimatur.contracts.accounts.AccountOpened;
import org.imprimatur.contracts.accounts.AccountsMerged;
import org.imprimatur.contracts.accounts.RestateAccounts;
import org.imprimatur.contracts.accounts.RoleGranted;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.messaging.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Says again which accounts there are and what they may. */
@Component
class RestatingAccounts implements MessageHandler<RestateAccounts> {
    private static final String ALL = "*";

    private final Accounts accounts;
    private final Outbox outbox;

    RestatingAccounts(Accounts accounts, Outbox outbox) {
        this.accounts = accounts;
        this.outbox = outbox;
    }

    @Override
    public Class<RestateAccounts> message() {
        return RestateAccounts.class;
    }

    @Override
    public Handling handle(RestateAccounts command, Received received) {
        List<Account> asked = command.subject().equals(ALL)
                ? accounts.search("", 0, Integer.MAX_VALUE)
                : accounts.byId(command.subject()).stream().toList();
        for (Account account : asked) {
            outbox.say(new AccountOpened(account.id()), received.actor());
            accounts.aliases(account.id())
                    .forEach(alias -> outbox.say(new AccountsMerged(alias, account.id()), received.actor()));
            account.grants()
                    .forEach(grant -> outbox.say(
                            new RoleGranted(
                                    account.id(), grant.journal(), grant.role().word()),
                            received.actor()));
        }
        return Handling.done();
    }
}

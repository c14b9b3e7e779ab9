package org.imprimatur.gateway.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.accounts.LinkMails.Change;
import org.imprimatur.gateway.accounts.LinkTokens.Purpose;

/**
 * The addresses of one's own account. A new one counts once its holder used the link that was mailed there, signed in to
 * the account; an account keeps one at least.
 */
public final class KeepingAddresses {
    private static final int MOST = 20;

    private final Accounts accounts;
    private final Links links;
    private final LinkMails mails;

    public KeepingAddresses(Accounts accounts, Links links, LinkMails mails) {
        this.accounts = accounts;
        this.links = links;
        this.mails = mails;
    }

    public enum Result {
        DONE,
        NOTHING_TO_DO,
        NOT_YOURS,
        IS_MAIN,
        LINK_OVER,
        /** Another account has the address. */
        TAKEN
    }

    /** Sends a link to an address that is to be added; gives what is wrong with it, or nothing. */
    public List<Flaw> ask(String account, String address, UUID id, Instant now) {
        String wanted = address.strip();
        List<Flaw> flaws = Application.flawsOfAddress(wanted);
        if (!flaws.isEmpty()) {
            return flaws;
        }
        List<Address> own = accounts.addresses(account);
        if (own.stream().anyMatch(known -> known.address().equalsIgnoreCase(wanted))) {
            return List.of(new Flaw("address", "flaw.address-own"));
        }
        if (own.size() >= MOST) {
            return List.of(new Flaw("address", "flaw.addresses-many"));
        }
        links.keep(new LinkRequest(id, Purpose.ADDRESS, wanted, Optional.of(account)), now);
        mails.send(Purpose.ADDRESS, id);
        return List.of();
    }

    /** The address that a link would add to this account. */
    public Optional<String> asked(String account, UUID link, Instant now) {
        return links.request(link, Purpose.ADDRESS, now.minus(SendingLinks.LIFETIME))
                .filter(request -> request.account().equals(Optional.of(account)))
                .map(LinkRequest::address);
    }

    public Result confirm(String account, UUID link, Instant now) {
        Optional<String> address = asked(account, link, now);
        if (address.isEmpty() || !links.use(link)) {
            return Result.LINK_OVER;
        }
        if (!accounts.addAddress(account, address.get(), now)) {
            return Result.TAKEN;
        }
        mails.tellOfChange(Change.ADDRESS, account, link);
        return Result.DONE;
    }

    /** Has mail go to this one of the account's addresses. */
    public Result makeMain(String account, String address) {
        Optional<Address> known = own(account, address);
        if (known.isEmpty()) {
            return Result.NOT_YOURS;
        }
        if (known.get().main()) {
            return Result.NOTHING_TO_DO;
        }
        accounts.makeMain(account, known.get().address());
        return Result.DONE;
    }

    /** The main address stays: another has to become that first. */
    public Result remove(String account, String address) {
        Optional<Address> known = own(account, address);
        if (known.isEmpty()) {
            return Result.NOTHING_TO_DO;
        }
        return accounts.removeAddress(account, known.get().address()) ? Result.DONE : Result.IS_MAIN;
    }

    private Optional<Address> own(String account, String address) {
        return accounts.addresses(account).stream()
                .filter(known -> known.address().equalsIgnoreCase(address.strip()))
                .findFirst();
    }
}

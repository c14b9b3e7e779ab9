package org.imprimatur.gateway.notices;

import org.imprimatur.gateway.accounts.Belongings;

/** Whoever makes one account of two has the notices, the choices and the manuscripts of both; who is erased has none. */
public final class TakingNoticesOver implements Belongings {
    private final Notices notices;
    private final Matters matters;
    private final Preferences preferences;
    private final SendingDigests digests;

    public TakingNoticesOver(Notices notices, Matters matters, Preferences preferences, SendingDigests digests) {
        this.notices = notices;
        this.matters = matters;
        this.preferences = preferences;
        this.digests = digests;
    }

    @Override
    public void goOver(String from, String into) {
        notices.goOver(from, into);
        matters.goOver(from, into);
        preferences.goOver(from, into);
        digests.plan(into, Delivery.DAILY);
        digests.plan(into, Delivery.WEEKLY);
    }

    /** Notices and choices go with the account. */
    @Override
    public void forget(String account) {
        matters.forget(account);
    }
}

package org.imprimatur.gateway.notices;

import java.time.ZoneId;
import java.util.UUID;

/**
 * One mail for all that came since the last, and none where nothing did. After a standstill one mail catches up: it is
 * owed from the first moment after the oldest notice that waits.
 */
public final class SendingDigests {
    private final Notices notices;
    private final Preferences preferences;
    private final NoticeMails mails;
    private final ZoneId zone;

    /** @param zone of those who have chosen none */
    public SendingDigests(Notices notices, Preferences preferences, NoticeMails mails, ZoneId zone) {
        this.notices = notices;
        this.preferences = preferences;
        this.mails = mails;
        this.zone = zone;
    }

    public Rhythm rhythm(String account) {
        return preferences.rhythm(account).orElseGet(() -> Rhythm.standard(zone));
    }

    /** Sees to it that what waits is sent in time; nothing that waits is fine. */
    public void plan(String account, Delivery cadence) {
        notices.waiting(account, cadence)
                .ifPresent(since -> mails.plan(account, cadence, rhythm(account).next(cadence, since)));
    }

    /** What waits leaves with this digest; what has left doesn't wait any more. */
    public void send(String account, Delivery cadence, UUID digest) {
        if (notices.gather(account, cadence, digest) > 0) {
            mails.digest(digest, account, cadence);
        }
    }
}

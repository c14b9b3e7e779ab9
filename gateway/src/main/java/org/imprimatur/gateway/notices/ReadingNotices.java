package org.imprimatur.gateway.notices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.notices.Notices.Wish;

/** A person reads what they were told. Nobody else's is to be found here. */
public final class ReadingNotices {
    /** The bell counts no further. */
    public static final int MOST = 100;

    private final Notices notices;

    public ReadingNotices(Notices notices) {
        this.notices = notices;
    }

    /** How many are unread, {@link #MOST} at most. */
    public int unread(String account) {
        return notices.unread(account, MOST);
    }

    /** @param after the last one on the page before; one that isn't theirs begins from the start */
    public List<Notice> list(String account, Wish wish, Optional<UUID> after, int limit) {
        return notices.list(account, wish, after.flatMap(id -> notices.find(account, id)), limit);
    }

    /** The journals in what they were told. */
    public List<String> journals(String account) {
        return notices.journals(account);
    }

    /** False when they have no such notice; read already is fine. */
    public boolean read(String account, UUID notice, UUID batch, Instant now) {
        boolean theirs = notices.find(account, notice).isPresent();
        notices.read(account, Optional.of(notice), now, batch, now);
        return theirs;
    }

    /** All that they were told until then, so not what came while they looked. */
    public void readAll(String account, Instant until, UUID batch, Instant now) {
        notices.read(account, Optional.empty(), until, batch, now);
    }

    /** Those put away together are unread again; nothing to undo is fine. */
    public void undo(String account, UUID batch) {
        notices.unread(account, batch);
    }
}

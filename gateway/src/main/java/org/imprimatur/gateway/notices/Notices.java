package org.imprimatur.gateway.notices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where notices are kept. All methods that change anything need an open transaction. */
public interface Notices {
    /** False when that account was told of that cause already, also at this very moment. */
    boolean add(Notice notice, Delivery delivery, Instant toldAt);

    Optional<Notice> find(String account, UUID id);

    /** Unread ones first, then the latest first. @param after the last one of the page before */
    List<Notice> list(String account, Wish wish, Optional<Notice> after, int limit);

    /** How many are unread, counted up to a limit. */
    int unread(String account, int limit);

    /** The manuscripts of this account's notices by number, and the journals. */
    List<String> journals(String account);

    /**
     * Puts unread ones away: this one, or all that were told until then.
     *
     * @param batch by which it is undone
     */
    int read(String account, Optional<UUID> notice, Instant until, UUID batch, Instant now);

    /** Those put away together are unread again; nothing to undo is fine. */
    int unread(String account, UUID batch);

    /** Since when the oldest unread one has waited for that digest. */
    Optional<Instant> waiting(String account, Delivery cadence);

    /** Takes the unread ones that wait into this digest. How many there were. */
    int gather(String account, Delivery cadence, UUID digest);

    /** Those that wait for that digest wait no more. */
    void release(String account, Delivery cadence);

    /** The unread ones of a digest, the latest first. */
    List<Notice> digest(UUID digest);

    /** What was told to one account is the other's; what both were told of stays once. */
    void goOver(String from, String into);

    /**
     * What somebody wants to see.
     *
     * @param all also what was read
     * @param journal empty for all
     * @param kind empty for all
     * @param number of a manuscript, or empty for all
     */
    record Wish(boolean all, Optional<String> journal, Optional<Kind> kind, Optional<String> number) {}
}

package org.imprimatur.gateway.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Knows whom manuscripts concern, and tells them what happened. */
public final class TellingPeople {
    /** What happened longer ago is no news: somebody says it again, or we were not there yet. */
    public static final Duration NEWS = Duration.ofDays(14);

    private final Matters matters;
    private final Notices notices;
    private final People people;
    private final ChoosingDelivery choosing;
    private final NoticeMails mails;
    private final SendingDigests digests;

    public TellingPeople(
            Matters matters,
            Notices notices,
            People people,
            ChoosingDelivery choosing,
            NoticeMails mails,
            SendingDigests digests) {
        this.matters = matters;
        this.notices = notices;
        this.people = people;
        this.choosing = choosing;
        this.mails = mails;
        this.digests = digests;
    }

    /** There is such a manuscript; said again it changes nothing but its authors. */
    public void submitted(String manuscript, String number, String journal, String corresponding, Set<String> authors) {
        Optional<String> editor = matters.find(manuscript).flatMap(Matter::handlingEditor);
        Map<String, String> now = people.now(with(authors, corresponding));
        matters.keep(new Matter(
                manuscript,
                number,
                journal,
                now.getOrDefault(corresponding, corresponding),
                now(authors, now),
                editor));
    }

    /** A version names these authors. False when there is no such manuscript yet. */
    public boolean revised(String manuscript, Set<String> authors) {
        return change(manuscript, matter -> matter.writtenBy(now(authors, people.now(authors))));
    }

    /** It has another handling editor. False when there is no such manuscript yet. */
    public boolean handled(String manuscript, String editor) {
        return change(
                manuscript,
                matter -> matter.handledBy(people.now(Set.of(editor)).getOrDefault(editor, editor)));
    }

    /** This account reviewed it. False when there is no such manuscript yet. */
    public boolean reviewed(String manuscript, String account) {
        boolean known = matters.find(manuscript).isPresent();
        if (known) {
            matters.reviewed(manuscript, people.now(Set.of(account)).getOrDefault(account, account));
        }
        return known;
    }

    /** Accounts that reviewed it, as far as anybody said. */
    public Set<String> reviewers(String manuscript) {
        return matters.reviewers(manuscript);
    }

    private boolean change(String manuscript, UnaryOperator<Matter> change) {
        Optional<Matter> matter = matters.find(manuscript);
        matter.map(change).ifPresent(matters::keep);
        return matter.isPresent();
    }

    /** Tells those whom it concerns. False, and nobody is told, when there is no such manuscript yet. */
    public boolean happened(Happening said, Instant now) {
        Optional<Matter> known = matters.find(said.manuscript());
        if (known.isEmpty() || said.at().isBefore(now.minus(NEWS))) {
            return known.isPresent();
        }
        Matter matter = known.get();
        Map<String, String> who = people.now(with(said.named(), said.actor()));
        var happening = new Happening(
                said.kind(),
                said.manuscript(),
                said.cause(),
                who.getOrDefault(said.actor(), said.actor()),
                said.at(),
                now(said.named(), who));
        Set<String> audience = happening.audience(matter, people.staff(matter.journal()));
        people.now(audience).values().stream()
                .distinct()
                .sorted()
                .forEach(account -> tell(account, happening, matter, now));
        return true;
    }

    private void tell(String account, Happening happening, Matter matter, Instant now) {
        Delivery chosen = choosing.delivery(account, matter.journal(), happening.kind());
        if (chosen == Delivery.NONE) {
            return;
        }
        Delivery delivery = happening.hasLetterFor(account, matter) ? Delivery.PAGE : chosen;
        Notice notice = Notice.of(happening, matter, account);
        if (!notices.add(notice, delivery, now)) {
            return;
        }
        if (delivery == Delivery.AT_ONCE) {
            mails.atOnce(notice);
        } else if (delivery.gathers()) {
            digests.plan(account, delivery);
        }
    }

    private static Set<String> with(Set<String> ids, String id) {
        Set<String> all = new HashSet<>(ids);
        all.add(id);
        return all;
    }

    private static Set<String> now(Set<String> ids, Map<String, String> now) {
        Set<String> all = new HashSet<>();
        ids.forEach(id -> all.add(now.getOrDefault(id, id)));
        return all;
    }
}

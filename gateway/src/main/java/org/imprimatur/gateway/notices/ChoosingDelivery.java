package org.imprimatur.gateway.notices;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Each person chooses for themselves how they hear of what. */
public final class ChoosingDelivery {
    private final Preferences preferences;
    private final Notices notices;
    private final SendingDigests digests;

    public ChoosingDelivery(Preferences preferences, Notices notices, SendingDigests digests) {
        this.preferences = preferences;
        this.notices = notices;
        this.digests = digests;
    }

    /** What counts: the choice for this journal, else the one for all, else the standard. */
    public Delivery delivery(String account, String journal, Kind kind) {
        Map<String, Map<Kind, Delivery>> chosen = preferences.of(account);
        return chosen.getOrDefault(journal, Map.of())
                .getOrDefault(
                        kind,
                        chosen.getOrDefault(Preferences.EVERYWHERE, Map.of()).getOrDefault(kind, kind.standard()));
    }

    /** What was chosen, by journal; for all journals it is complete. */
    public Map<String, Map<Kind, Delivery>> chosen(String account) {
        Map<String, Map<Kind, Delivery>> chosen = new HashMap<>(preferences.of(account));
        Map<Kind, Delivery> everywhere = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            everywhere.put(kind, delivery(account, Preferences.EVERYWHERE, kind));
        }
        chosen.put(Preferences.EVERYWHERE, everywhere);
        return chosen;
    }

    /** From now on, for what happens from now on. @param chosen for a journal: what differs from the choice for all */
    public void choose(String account, String journal, Map<Kind, Delivery> chosen) {
        preferences.choose(account, journal, chosen);
    }

    public Rhythm rhythm(String account) {
        return digests.rhythm(account);
    }

    /** What waits for a digest comes with the new one. */
    public void choose(String account, Rhythm rhythm) {
        preferences.keep(account, rhythm);
        digests.plan(account, Delivery.DAILY);
        digests.plan(account, Delivery.WEEKLY);
    }

    /** Nothing comes by that sort of mail any more, all stays in the page. Again it changes nothing. */
    public void unsubscribe(String account, Delivery cadence) {
        chosen(account).forEach((journal, choice) -> {
            Map<Kind, Delivery> quieter = new EnumMap<>(Kind.class);
            choice.forEach((kind, delivery) -> quieter.put(kind, delivery == cadence ? Delivery.PAGE : delivery));
            preferences.choose(account, journal, quieter);
        });
        notices.release(account, cadence);
    }
}

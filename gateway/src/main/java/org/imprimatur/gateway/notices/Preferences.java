package org.imprimatur.gateway.notices;

import java.util.Map;
import java.util.Optional;

/** What people have chosen. All methods that change anything need an open transaction. */
public interface Preferences {
    /** Stands for all journals. */
    String EVERYWHERE = "";

    /** What was chosen, by journal; {@link #EVERYWHERE} stands for all others. */
    Map<String, Map<Kind, Delivery>> of(String account);

    /** In place of what was chosen for that journal. */
    void choose(String account, String journal, Map<Kind, Delivery> chosen);

    Optional<Rhythm> rhythm(String account);

    void keep(String account, Rhythm rhythm);

    /** What the one has chosen is the other's, where that has chosen nothing. */
    void goOver(String from, String into);
}

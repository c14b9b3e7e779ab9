package org.imprimatur.web.words;

import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;

/** What code says in English, for templates to say in the reader's language. */
public final class Sentences {
    private final Bundles bundles;

    public Sentences(Bundles bundles) {
        this.bundles = bundles;
    }

    /** See {@link Bundles#say}. */
    public String say(String english) {
        return bundles.say(english, LocaleContextHolder.getLocale());
    }

    public List<String> all(List<String> english) {
        return english.stream().map(this::say).toList();
    }
}

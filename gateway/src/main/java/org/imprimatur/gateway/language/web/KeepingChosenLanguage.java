package org.imprimatur.gateway.language.web;

import java.util.Locale;
import org.imprimatur.gateway.language.PreferredLanguages;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.language.KeepingLanguage;
import org.springframework.stereotype.Component;

/** What somebody who is signed in chooses is their account's from then on. */
@Component
class KeepingChosenLanguage implements KeepingLanguage {
    private final PreferredLanguages languages;

    KeepingChosenLanguage(PreferredLanguages languages) {
        this.languages = languages;
    }

    @Override
    public void keep(SignedIn person, Locale language) {
        languages.keep(person.account(), language);
    }
}

package org.imprimatur.web.language;

import java.util.Locale;
import org.imprimatur.web.acting.SignedIn;

/** Told when a person who is signed in chooses a language, for what is written to them. */
public interface KeepingLanguage {
    void keep(SignedIn person, Locale language);
}

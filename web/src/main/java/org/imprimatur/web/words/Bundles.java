package org.imprimatur.web.words;

import java.text.MessageFormat;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Words of bundles, for many requests at once: each formats with a copy of its own. The library has all requests that
 * say the same sentence wait for each other.
 */
public final class Bundles extends ResourceBundleMessageSource {

    @Override
    protected MessageFormat resolveCode(String code, Locale locale) {
        MessageFormat shared = super.resolveCode(code, locale);
        return shared == null ? null : (MessageFormat) shared.clone();
    }
}

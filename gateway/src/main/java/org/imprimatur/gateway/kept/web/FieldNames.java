package org.imprimatur.gateway.kept.web;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;

/** What the fields of services' forms are called on their own pages: our words for them, and a number where there are several. */
final class FieldNames {
    private static final String KEY = "kept.field.";
    private static final Pattern NUMBERED = Pattern.compile("(.+?)-(\\d{1,3})(?:-\\d{1,3})?");

    private final MessageSource messages;

    FieldNames(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param path where the form goes; its first word says whose page it is
     * @param name as the form has it, with a number behind it where there are several, from 0
     */
    String of(String path, String name, Locale locale) {
        String area = path.split("/", 3)[1];
        String whole = messages.getMessage(KEY + area + "." + name, null, null, locale);
        if (whole != null) {
            return whole;
        }
        Matcher numbered = NUMBERED.matcher(name);
        String one = numbered.matches()
                ? messages.getMessage(KEY + area + "." + numbered.group(1), null, null, locale)
                : null;
        return one == null
                ? messages.getMessage(KEY + "another", null, locale)
                : messages.getMessage(
                        KEY + "of-number", new Object[] {one, Integer.parseInt(numbered.group(2)) + 1}, locale);
    }
}

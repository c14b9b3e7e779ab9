package org.imprimatur.publication.rendering.address;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds http and https addresses in a text: without the stop or bracket that closes the sentence around them. */
public final class WebAddresses {

    /** A part of a text that is an address or isn't. */
    public record Part(String text, boolean address) {}

    private static final Pattern BEGINNING = Pattern.compile("https?://[^\\s<>\"“”]+");

    private WebAddresses() {}

    /** All of the text in order. */
    public static List<Part> in(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher address = BEGINNING.matcher(text);
        int from = 0;
        while (address.find()) {
            int end = end(text, address.start(), address.end());
            if (address.start() > from) {
                parts.add(new Part(text.substring(from, address.start()), false));
            }
            parts.add(new Part(text.substring(address.start(), end), true));
            from = end;
        }
        if (from < text.length()) {
            parts.add(new Part(text.substring(from), false));
        }
        return parts;
    }

    private static int end(String text, int start, int found) {
        int end = found;
        while (end > start + "http://".length() && closes(text.substring(start, end))) {
            end--;
        }
        return end;
    }

    private static boolean closes(String address) {
        char last = address.charAt(address.length() - 1);
        return ".,;:!?’'".indexOf(last) >= 0
                || last == ')' && count(address, ')') > count(address, '(')
                || last == ']' && count(address, ']') > count(address, '[');
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }
}

package org.imprimatur.gateway.browser;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;

/** Tells a person which of their devices it is, from what the browser said of itself; good for nothing else. */
record BrowserName(String browser, String system) {
    // most of them also claim to be one that comes later
    private static final Map<String, String> BROWSERS =
            inOrder("Firefox/", "Firefox", "Edg/", "Edge", "OPR/", "Opera", "Chrome/", "Chrome", "Safari/", "Safari");
    private static final Map<String, String> SYSTEMS = inOrder(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "Mac OS X",
            "macOS",
            "CrOS",
            "ChromeOS",
            "Linux",
            "Linux");

    static BrowserName of(String said) {
        return new BrowserName(first(BROWSERS, said), first(SYSTEMS, said));
    }

    private static String first(Map<String, String> names, String said) {
        return names.entrySet().stream()
                .filter(name -> said.contains(name.getKey()))
                .map(Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            names.put(pairs[at], pairs[at + 1]);
        }
        return names;
    }
}

package org.imprimatur.web.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody at a page who has only the keys, and hears what Chromium's accessibility tree tells a screen reader. Must be
 * there before the first page is opened.
 */
public final class ByKeyboard {

    private static final int MOST_TABS = 90;
    private static final Set<String> STATES =
            Set.of("invalid", "required", "checked", "expanded", "disabled", "selected", "readonly");

    // what changes inside a live region is said, and an alert that comes whole; other regions that come whole are not
    private static final String LISTENS = """
            window.announced = [];
            const live = '[role=status],[role=alert],[role=log],[aria-live=polite],[aria-live=assertive]';
            const say = region => {
              const words = region.textContent.replace(/\\s+/g, ' ').trim();
              if (words && window.announced.at(-1) !== words) window.announced.push(words);
            };
            new MutationObserver(changes => changes.forEach(change => {
              const at = change.target.nodeType === 1 ? change.target : change.target.parentElement;
              const region = at && at.closest(live);
              if (region) say(region);
              else change.addedNodes.forEach(one => {
                if (one.nodeType !== 1) return;
                if (one.matches('[role=alert]')) say(one);
                one.querySelectorAll('[role=alert]').forEach(say);
              });
            })).observe(document, { subtree: true, childList: true, characterData: true });
            """;

    /**
     * What has the focus, as it is said.
     *
     * @param description what is read after role and name: hint and error of a field
     * @param states those of invalid, required, checked, expanded, disabled, selected, readonly that hold
     */
    public record Heard(String role, String name, String description, Set<String> states) {}

    private final Page page;
    private final CDPSession tree;

    public ByKeyboard(Page page) {
        this.page = page;
        this.tree = page.context().newCDPSession(page);
        tree.send("Accessibility.enable");
        page.addInitScript(LISTENS);
    }

    /** What is said of the element that has the focus now. */
    public Heard here() {
        JsonObject which = new JsonObject();
        which.addProperty("expression", "document.activeElement");
        JsonObject asked = new JsonObject();
        asked.add(
                "objectId",
                tree.send("Runtime.evaluate", which).getAsJsonObject("result").get("objectId"));
        asked.addProperty("fetchRelatives", false);
        JsonObject node = tree.send("Accessibility.getPartialAXTree", asked)
                .getAsJsonArray("nodes")
                .get(0)
                .getAsJsonObject();
        Set<String> states = new TreeSet<>();
        if (node.has("properties")) {
            for (JsonElement each : node.getAsJsonArray("properties")) {
                JsonObject property = each.getAsJsonObject();
                String value = property.getAsJsonObject("value").has("value")
                        ? property.getAsJsonObject("value").get("value").getAsString()
                        : "";
                String name = property.get("name").getAsString();
                if (STATES.contains(name) && value.equals("true")) {
                    states.add(name);
                }
            }
        }
        return new Heard(text(node, "role"), text(node, "name"), text(node, "description"), states);
    }

    private static String text(JsonObject node, String which) {
        JsonObject value = node.getAsJsonObject(which);
        return value == null || !value.has("value") ? "" : value.get("value").getAsString();
    }

    /**
     * Goes on with Tab until something of that role is there whose name begins so.
     *
     * @throws AssertionError that says all that was passed, when it doesn't come
     */
    public Heard to(String role, String name) {
        return to("Tab", role, name);
    }

    /** The same by Shift and Tab. */
    public Heard back(String role, String name) {
        return to("Shift+Tab", role, name);
    }

    private Heard to(String key, String role, String name) {
        List<String> passed = new ArrayList<>();
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            page.keyboard().press(key);
            Heard heard = here();
            if (heard.role().equals(role) && heard.name().startsWith(name)) {
                return heard;
            }
            passed.add(heard.role() + " “" + heard.name() + "”");
        }
        throw new AssertionError("no " + role + " “" + name + "” by " + key + " at " + page.url() + ", only " + passed);
    }

    public ByKeyboard press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** Goes there and presses Enter, which opens another page; waits for it. */
    public void follow(String role, String name) {
        to(role, name);
        opens("Enter");
    }

    /** Presses a key that opens another page, and waits for it. */
    public void opens(String key) {
        page.evaluate("window.before = true");
        page.keyboard().press(key);
        page.waitForCondition(() -> holds("!window.before && document.readyState === 'complete'"));
    }

    public ByKeyboard type(String words) {
        page.keyboard().type(words);
        return this;
    }

    /** Waits until something that holds these words was announced since the page was opened. */
    public void hears(String words) {
        try {
            page.waitForCondition(
                    () -> page.evaluate("window.announced").toString().contains(words));
        } catch (TimeoutError none) {
            throw new AssertionError("“" + words + "” was not announced, only " + page.evaluate("window.announced"));
        }
    }

    // between two pages there is nothing to ask
    private boolean holds(String condition) {
        try {
            return (Boolean) page.evaluate(condition);
        } catch (PlaywrightException between) {
            return false;
        }
    }
}

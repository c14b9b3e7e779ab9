package org.imprimatur.intake.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The styles of a Word file (ISO/IEC 29500-1 §17.7), asked through what each is based on. */
final class Styles {
    private static final Pattern HEADING = Pattern.compile("(?i)heading (\\d)");

    private final Map<String, Element> byId = new HashMap<>();

    /** @param root of styles.xml, or null */
    Styles(Element root) {
        if (root != null) {
            for (var style : Xml.children(root)) {
                var id = Xml.attribute(style, "styleId");
                if (id != null) {
                    byId.put(id, style);
                }
            }
        }
    }

    /** The name in lower case; built-in styles have English names in every language's Word. */
    String name(String id) {
        var style = id == null ? null : byId.get(id);
        var name = style == null ? null : Xml.attribute(Xml.child(style, "name"), "val");
        return name == null ? (id == null ? "" : id.toLowerCase(Locale.ROOT)) : name.toLowerCase(Locale.ROOT);
    }

    /** 1 to 9, or 0 for what is no heading. */
    int headingLevel(String id) {
        var level = inherited(id, style -> {
            var outline = Xml.attribute(Xml.child(style, "pPr", "outlineLvl"), "val");
            if (outline != null && outline.matches("[0-8]")) {
                return Integer.parseInt(outline) + 1;
            }
            var named = HEADING.matcher(String.valueOf(Xml.attribute(Xml.child(style, "name"), "val")));
            return named.matches() ? Integer.valueOf(named.group(1)) : null;
        });
        return level == null ? 0 : level;
    }

    /** The paragraph style's numbering properties, or null. */
    Element numbering(String id) {
        return inherited(id, style -> Xml.child(style, "pPr", "numPr"));
    }

    /** Whether a character style switches a property such as w:b on. */
    boolean on(String id, String property) {
        return Boolean.TRUE.equals(inherited(id, style -> {
            var properties = Xml.child(style, "rPr");
            return properties == null || Xml.child(properties, property) == null ? null : Xml.on(properties, property);
        }));
    }

    private <T> T inherited(String id, Function<Element, T> property) {
        var seen = new HashSet<String>();
        var at = id;
        while (at != null && seen.add(at)) {
            var style = byId.get(at);
            if (style == null) {
                return null;
            }
            var value = property.apply(style);
            if (value != null) {
                return value;
            }
            at = Xml.attribute(Xml.child(style, "basedOn"), "val");
        }
        return null;
    }
}

package org.imprimatur.intake.reading;

import java.util.HashMap;
import java.util.Map;
import org.w3c.dom.Element;

/** The lists of a Word file (ISO/IEC 29500-1 §17.9): which are numbered and which have bullets. */
final class Numbering {
    private final Map<String, String> formats = new HashMap<>();

    /** @param root of numbering.xml, or null */
    Numbering(Element root) {
        if (root == null) {
            return;
        }
        var kinds = new HashMap<String, Element>();
        for (var child : Xml.children(root)) {
            if (child.getLocalName().equals("abstractNum")) {
                kinds.put(Xml.attribute(child, "abstractNumId"), child);
            }
        }
        for (var child : Xml.children(root)) {
            var kind = kinds.get(Xml.attribute(Xml.child(child, "abstractNumId"), "val"));
            if (child.getLocalName().equals("num") && kind != null) {
                for (var level : Xml.children(kind)) {
                    var format = Xml.attribute(Xml.child(level, "numFmt"), "val");
                    if (level.getLocalName().equals("lvl") && format != null) {
                        formats.put(Xml.attribute(child, "numId") + "/" + Xml.attribute(level, "ilvl"), format);
                    }
                }
            }
        }
    }

    /** A list without a definition counts as bulleted. */
    boolean ordered(String list, int depth) {
        return !formats.getOrDefault(list + "/" + depth, "bullet").equals("bullet");
    }
}

package org.imprimatur.intake.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.imprimatur.intake.reading.WordFile.Refusal;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A copy of a Word file that says nothing about people outside its text: no author or company in its properties, no
 * comment, no tracked change, no name of who changed what. The words themselves, a title page included, aren't touched.
 */
public final class CleanCopy {
    private static final Set<String> DROPPED_PARTS = Set.of(
            "comments",
            "commentsExtended",
            "commentsIds",
            "commentsExtensible",
            "people",
            "custom-properties",
            "thumbnail",
            "customXml");
    private static final Set<String> DELETED = Set.of("del", "moveFrom");
    private static final Set<String> INSERTED = Set.of("ins", "moveTo");
    private static final Set<String> MARKS = Set.of(
            "commentRangeStart",
            "commentRangeEnd",
            "commentReference",
            "annotationRef",
            "rPrChange",
            "pPrChange",
            "sectPrChange",
            "tblPrChange",
            "tblPrExChange",
            "tblGridChange",
            "trPrChange",
            "tcPrChange",
            "numberingChange",
            "cellIns",
            "cellDel",
            "cellMerge",
            "moveFromRangeStart",
            "moveFromRangeEnd",
            "moveToRangeStart",
            "moveToRangeEnd",
            "trackRevisions",
            "attachedTemplate",
            "rsids",
            "mailMerge");
    private static final Set<String> NAMING = Set.of("author", "initials", "date", "userId", "providerId");

    private final Set<String> removed = new LinkedHashSet<>();
    private int comments;
    private int changes;

    private CleanCopy() {}

    /** What became of the file. */
    public sealed interface Result {
        /** @param removed what was taken out, each a phrase for the author; empty when there was nothing */
        record Cleaned(byte[] docx, List<String> removed) implements Result {
            public Cleaned {
                removed = List.copyOf(removed);
            }
        }

        record Refused(ReadingResult.Reason reason, String message) implements Result {}
    }

    /** Cleans the file, or says as {@link ReadingManuscripts} does why it can't be read. */
    public static Result of(byte[] docx, String fileName) {
        try {
            var word = WordFile.open(docx);
            try {
                return new CleanCopy().clean(word.parts());
            } finally {
                word.revert();
            }
        } catch (Refusal refusal) {
            return new Result.Refused(refusal.reason(), "“" + fileName + "” " + refusal.getMessage() + ".");
        }
    }

    private Result clean(OPCPackage parts) throws Refusal {
        try {
            properties(parts);
            for (var part : new ArrayList<>(parts.getParts())) {
                if (isWordMarkup(part) && !isDropped(part.getContentType())) {
                    markup(part);
                }
            }
            dropParts(parts);
            var bytes = new ByteArrayOutputStream();
            parts.save(bytes);
            if (comments > 0) {
                removed.add(comments == 1 ? "one comment" : comments + " comments");
            }
            if (changes > 0) {
                removed.add(
                        changes == 1
                                ? "the mark of one tracked change, which was accepted"
                                : "the marks of " + changes + " tracked changes, which were accepted");
            }
            return new Result.Cleaned(bytes.toByteArray(), List.copyOf(removed));
        } catch (InvalidFormatException | IOException | TransformerException e) {
            throw new Refusal(
                    ReadingResult.Reason.DAMAGED,
                    "is damaged: parts of it can't be read. Open it in your word processor, save it under a new name and upload the new file");
        }
    }

    private void properties(OPCPackage parts) throws InvalidFormatException {
        var core = parts.getPackageProperties();
        note("the author’s name in the file’s properties", core.getCreatorProperty());
        note("the name of who saved it last", core.getLastModifiedByProperty());
        core.setCreatorProperty(Optional.empty());
        core.setLastModifiedByProperty(Optional.empty());
        note("remarks in the file’s properties", core.getDescriptionProperty());
        core.setDescriptionProperty(Optional.empty());
    }

    private void note(String what, Optional<String> value) {
        if (value.filter(text -> !text.isBlank()).isPresent()) {
            removed.add(what);
        }
    }

    private static boolean isWordMarkup(PackagePart part) {
        var type = part.getContentType();
        return type.contains("wordprocessingml") && type.endsWith("+xml") || type.endsWith("extended-properties+xml");
    }

    private static boolean isDropped(String contentType) {
        return contentType.contains("comments") || contentType.contains("people");
    }

    private void markup(PackagePart part) throws Refusal, IOException, TransformerException {
        var root = WordFile.parsed(part);
        if (part.getContentType().endsWith("extended-properties+xml")) {
            for (var child : Xml.children(root)) {
                if (List.of("Company", "Manager", "HyperlinkBase", "Template").contains(child.getLocalName())) {
                    if (!child.getTextContent().isBlank()
                            && !child.getLocalName().equals("Template")) {
                        removed.add("the "
                                + (child.getLocalName().equals("HyperlinkBase")
                                        ? "base address"
                                        : child.getLocalName().toLowerCase(Locale.ROOT))
                                + " in the file’s properties");
                    }
                    root.removeChild(child);
                }
            }
        } else {
            accept(root);
        }
        var transformer = TransformerFactory.newDefaultInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.STANDALONE, "yes");
        try (var out = part.getOutputStream()) {
            transformer.transform(new DOMSource(root), new StreamResult(out));
        }
    }

    private void accept(Element parent) {
        for (var child : Xml.children(parent)) {
            // A joined paragraph's children have moved on meanwhile.
            var holder = child.getParentNode();
            var name = child.getLocalName();
            if (name.equals("tr") && Xml.child(child, "trPr", "del") != null || DELETED.contains(name)) {
                changes++;
                joinIfParagraphEnd(child);
                holder.removeChild(child);
            } else if (INSERTED.contains(name)) {
                changes++;
                accept(child);
                while (child.getFirstChild() != null) {
                    holder.insertBefore(child.getFirstChild(), child);
                }
                holder.removeChild(child);
            } else if (MARKS.contains(name)) {
                if (name.equals("commentReference")) {
                    comments++;
                } else if (name.endsWith("Change")) {
                    changes++;
                }
                holder.removeChild(child);
            } else {
                accept(child);
            }
        }
        var attributes = parent.getAttributes();
        for (var i = attributes.getLength() - 1; i >= 0; i--) {
            var name = attributes.item(i).getLocalName();
            if (NAMING.contains(name) || name.startsWith("rsid")) {
                parent.removeAttributeNode((Attr) attributes.item(i));
            }
        }
    }

    /** A deleted end of a paragraph: what stands in it moves to the start of the next. */
    private static void joinIfParagraphEnd(Element deletedMark) {
        var properties = deletedMark.getParentNode();
        var paragraph = properties == null || properties.getParentNode() == null
                ? null
                : properties.getParentNode().getParentNode();
        if (!(paragraph instanceof Element p)
                || !"p".equals(p.getLocalName())
                || !"rPr".equals(properties.getLocalName())) {
            return;
        }
        Node next = p.getNextSibling();
        while (next != null && !(next instanceof Element)) {
            next = next.getNextSibling();
        }
        if (next instanceof Element following && "p".equals(following.getLocalName())) {
            var before = Xml.child(following, "pPr");
            var at = before == null ? following.getFirstChild() : before.getNextSibling();
            for (var child : Xml.children(p)) {
                if (!"pPr".equals(child.getLocalName())) {
                    following.insertBefore(child, at);
                }
            }
            p.getParentNode().removeChild(p);
        }
    }

    private void dropParts(OPCPackage parts) throws InvalidFormatException {
        for (var relationship : parts.getRelationships()) {
            if (isDroppedRelation(relationship.getRelationshipType())) {
                removed.add("properties the author or a program added");
                parts.removeRelationship(relationship.getId());
            }
        }
        for (var part : new ArrayList<>(parts.getParts())) {
            if (!part.isRelationshipPart()) {
                for (var relationship : new ArrayList<>(relationships(part))) {
                    if (isDroppedRelation(relationship.getRelationshipType())) {
                        part.removeRelationship(relationship.getId());
                    }
                }
            }
        }
        for (var part : new ArrayList<>(parts.getParts())) {
            var type = part.getContentType();
            var name = part.getPartName().getName();
            if (isDropped(type)
                    || type.contains("custom-properties")
                    || name.startsWith("/customXml/")
                    || name.matches("/docProps/thumbnail.*")) {
                parts.removePart(part.getPartName());
            }
        }
    }

    private static List<PackageRelationship> relationships(PackagePart part) throws InvalidFormatException {
        var relationships = new ArrayList<PackageRelationship>();
        part.getRelationships().forEach(relationships::add);
        return relationships;
    }

    private static boolean isDroppedRelation(String type) {
        return DROPPED_PARTS.contains(type.substring(type.lastIndexOf('/') + 1));
    }
}

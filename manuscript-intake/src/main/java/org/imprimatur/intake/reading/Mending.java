package org.imprimatur.intake.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.imprimatur.intake.reading.WordFile.Refusal;
import org.w3c.dom.Element;

/**
 * Changes a few words of a Word file at one place and nothing else: the new words stand in the looks of the first of the
 * old. A place that isn't there, or is there twice, is left as it is.
 */
public final class Mending {
    private static final String ELLIPSIS = "…";

    private Mending() {}

    /** What became of the file. */
    public sealed interface Result {
        record Mended(byte[] docx) implements Result {}

        /** No place of the file, or more than one, reads so. */
        record NoSuchPlace() implements Result {}

        record Refused(ReadingResult.Reason reason, String message) implements Result {}
    }

    /**
     * Puts {@code is} where {@code was} stands within {@code around}.
     *
     * @param around the words about the place as an intake report gives them, perhaps with an ellipsis at either end
     */
    public static Result of(byte[] docx, String fileName, String around, String was, String is) {
        var words = plain(around.replaceAll("^" + ELLIPSIS + "|" + ELLIPSIS + "$", ""));
        var at = words.indexOf(plain(was));
        if (at < 0 || was.isBlank()) {
            return new Result.NoSuchPlace();
        }
        try {
            var word = WordFile.open(docx);
            try {
                return mended(word.parts(), words, at, plain(was).length(), is);
            } finally {
                word.revert();
            }
        } catch (Refusal refusal) {
            return new Result.Refused(refusal.reason(), "“" + fileName + "” " + refusal.getMessage() + ".");
        }
    }

    private record Found(PackagePart part, Element root, Letters letters, int at) {}

    private static Result mended(OPCPackage parts, String around, int at, int length, String is) throws Refusal {
        try {
            var found = new ArrayList<Found>();
            for (var part : new ArrayList<>(parts.getParts())) {
                var type = part.getContentType();
                if (type.contains("wordprocessingml") && type.matches(".*(?:main|footnotes|endnotes)\\+xml")) {
                    var root = WordFile.parsed(part);
                    paragraphs(root, paragraph -> {
                        var letters = Letters.of(paragraph);
                        for (var place = letters.text().indexOf(around);
                                place >= 0;
                                place = letters.text().indexOf(around, place + 1)) {
                            found.add(new Found(part, root, letters, place + at));
                        }
                    });
                }
            }
            if (found.size() != 1) {
                return new Result.NoSuchPlace();
            }
            var only = found.get(0);
            only.letters().replace(only.at(), only.at() + length, is);
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.STANDALONE, "yes");
            try (var out = only.part().getOutputStream()) {
                transformer.transform(new DOMSource(only.root()), new StreamResult(out));
            }
            var bytes = new ByteArrayOutputStream();
            parts.save(bytes);
            return new Result.Mended(bytes.toByteArray());
        } catch (InvalidFormatException | IOException | TransformerException e) {
            throw new Refusal(
                    ReadingResult.Reason.DAMAGED,
                    "is damaged: parts of it can't be changed. Mend it in your word processor and upload the new file");
        }
    }

    private static void paragraphs(Element from, Consumer<Element> consumer) {
        for (var child : Xml.children(from)) {
            if ("p".equals(child.getLocalName())) {
                consumer.accept(child);
            }
            paragraphs(child, consumer);
        }
    }

    private static String plain(String words) {
        return words.replaceAll("[\\s\u00a0]+", " ").strip();
    }

    /** A paragraph's letters, each with the text element that it stands in; white space counts as one space. */
    private record Letters(String text, List<Element> elements, List<Integer> indexes) {

        static Letters of(Element paragraph) {
            var text = new StringBuilder();
            var elements = new ArrayList<Element>();
            var indexes = new ArrayList<Integer>();
            texts(paragraph, element -> {
                var said = element.getTextContent();
                for (var i = 0; i < said.length(); i++) {
                    var letter = said.charAt(i);
                    var space = Character.isWhitespace(letter) || letter == '\u00a0';
                    if (!space || !text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                        text.append(space ? ' ' : letter);
                        elements.add(element);
                        indexes.add(i);
                    }
                }
            });
            return new Letters(text.toString(), elements, indexes);
        }

        private static void texts(Element from, Consumer<Element> consumer) {
            for (var child : Xml.children(from)) {
                if ("t".equals(child.getLocalName())) {
                    consumer.accept(child);
                } else if (!List.of("del", "moveFrom", "p").contains(child.getLocalName())) {
                    texts(child, consumer);
                }
            }
        }

        // from behind, so that an element's earlier indexes stay right
        void replace(int from, int to, String words) {
            for (var i = to - 1; i >= from; i--) {
                var element = elements.get(i);
                var said = new StringBuilder(element.getTextContent()).deleteCharAt(indexes.get(i));
                if (i == from) {
                    said.insert(indexes.get(i), words);
                }
                element.setTextContent(said.toString());
                element.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
            }
        }
    }
}

package org.imprimatur.publication.verification;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;

/** A PDF as a reading machine takes it: by its structure, with the text that stands for what is drawn. */
final class TaggedPdf implements AutoCloseable {

    /** @param type of the structure element, for example "H1" */
    record Part(String type, String text, List<Part> parts) {

        /** This and all below it, in reading order. */
        List<Part> all() {
            List<Part> all = new ArrayList<>(List.of(this));
            parts.forEach(part -> all.addAll(part.all()));
            return all;
        }
    }

    private final PDDocument document;
    private final Map<PDPage, Map<Integer, String>> marked = new HashMap<>();

    private TaggedPdf(PDDocument document) {
        this.document = document;
    }

    static TaggedPdf open(byte[] pdf) throws Unreadable {
        try {
            return new TaggedPdf(Loader.loadPDF(pdf));
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    PDDocument document() {
        return document;
    }

    /** The text's parts in reading order; what stands at the edges of pages is none. */
    List<Part> parts() throws Unreadable {
        var root = document.getDocumentCatalog().getStructureTreeRoot();
        if (root == null) {
            throw new Unreadable("It is not tagged.");
        }
        try {
            List<Part> parts = new ArrayList<>();
            for (Part part : children(root, null)) {
                parts.addAll(part.all());
            }
            return parts;
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    private List<Part> children(PDStructureNode node, PDPage page) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                PDPage own = element.getPage() == null ? page : element.getPage();
                List<Part> below = children(element, own);
                String text = element.getActualText() != null
                        ? element.getActualText()
                        : below.stream().map(Part::text).collect(Collectors.joining());
                parts.add(new Part(element.getStructureType(), text, below));
            } else if (kid instanceof PDMarkedContentReference reference) {
                parts.add(new Part("text", text(reference.getPage(), reference.getMCID()), List.of()));
            } else if (kid instanceof Integer id) {
                parts.add(new Part("text", text(page, id), List.of()));
            }
        }
        return parts;
    }

    private String text(PDPage page, int id) throws IOException {
        Map<Integer, String> texts = marked.get(page);
        if (texts == null) {
            texts = new HashMap<>();
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.setSuppressDuplicateOverlappingText(false);
            extractor.processPage(page);
            collect(extractor.getMarkedContents(), texts);
            marked.put(page, texts);
        }
        return texts.getOrDefault(id, "");
    }

    private static void collect(List<?> contents, Map<Integer, String> texts) {
        for (Object content : contents) {
            if (content instanceof PDMarkedContent piece) {
                String text = piece.getContents().stream()
                        .filter(TextPosition.class::isInstance)
                        .map(position -> ((TextPosition) position).getUnicode())
                        .collect(Collectors.joining());
                texts.merge(piece.getMCID(), text, String::concat);
                collect(piece.getContents(), texts);
            }
        }
    }

    /** Per page the text within a part of it; all measures in millimetres from the top left. */
    List<String> within(double left, double top, double width, double height) throws Unreadable {
        List<String> texts = new ArrayList<>();
        double point = 72 / 25.4;
        try {
            for (PDPage page : document.getPages()) {
                PDFTextStripperByArea stripper = new PDFTextStripperByArea();
                stripper.addRegion(
                        "region", new Rectangle2D.Double(left * point, top * point, width * point, height * point));
                stripper.extractRegions(page);
                texts.add(Reading.plain(stripper.getTextForRegion("region")));
            }
            return texts;
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

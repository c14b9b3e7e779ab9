package org.imprimatur.publication.rendering.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** What FOP leaves to be done to its PDF. */
final class Finishing {

    private static final Pattern CREATED = Pattern.compile("<xmp:CreateDate>([^<]*)<");
    private static final Pattern METADATA_DATED = Pattern.compile("(<xmp:M(?:etadata|odify)Date>)[^<]*");

    private final PDDocument document;
    private int notes;
    private boolean noteOnLastPage;

    private Finishing(PDDocument document) {
        this.document = document;
    }

    record Finished(byte[] pdf, int pages, boolean endsWell) {}

    /**
     * Gives every page its label, each footnote the /ID that PDF/UA-1 (7.9) asks for, ligatures their letters and
     * joined scripts their text; leaves no trace of the day or of what was printed before.
     *
     * @param firstPage the first page's number; empty for what isn't numbered
     */
    static Finished finish(byte[] pdf, OptionalInt firstPage, String authors, Ligatures ligatures) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Finishing finishing = new Finishing(document);
            firstPage.ifPresentOrElse(
                    finishing::label,
                    () -> document.getDocumentCatalog().getCOSObject().removeItem(COSName.PAGE_LABELS));
            document.getDocumentInformation().setAuthor(authors);
            ligatures.spellOut(document);
            finishing.walk(
                    document.getDocumentCatalog().getStructureTreeRoot().getCOSObject(),
                    finishing::complete,
                    Collections.newSetFromMap(new IdentityHashMap<>()));
            finishing.describeLinks();
            finishing.dateMetadata();
            finishing.nameFonts();
            document.getDocument().getTrailer().removeItem(COSName.ID);
            document.setDocumentId(0L);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return new Finished(out.toByteArray(), document.getNumberOfPages(), finishing.endsWell());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // running heads are artifacts; all other text is marked content with a number (ISO 32000-1, 14.7.4)
    private boolean endsWell() throws IOException {
        PDPage last = document.getPage(document.getNumberOfPages() - 1);
        try (InputStream content = last.getContents()) {
            return !noteOnLastPage && new String(content.readAllBytes(), StandardCharsets.ISO_8859_1).contains("/MCID");
        }
    }

    private void label(int firstPage) {
        PDPageLabels labels = new PDPageLabels(document);
        PDPageLabelRange range = new PDPageLabelRange();
        range.setStyle(PDPageLabelRange.STYLE_DECIMAL);
        range.setStart(firstPage);
        labels.setLabelItem(0, range);
        document.getDocumentCatalog().setPageLabels(labels);
    }

    private void complete(COSDictionary element) {
        if (COSName.getPDFName("Note").equals(element.getCOSName(COSName.S))) {
            element.setItem(COSName.ID, new COSString("note" + ++notes));
            COSDictionary last =
                    document.getPage(document.getNumberOfPages() - 1).getCOSObject();
            walk(
                    element,
                    part -> noteOnLastPage |= part.getDictionaryObject(COSName.PG) == last,
                    Collections.newSetFromMap(new IdentityHashMap<>()));
        }
        // FOP knows no actual text; Running hands it over as an expansion
        if (element.containsKey(COSName.E)) {
            element.setItem(COSName.ACTUAL_TEXT, element.getDictionaryObject(COSName.E));
            element.removeItem(COSName.E);
        }
    }

    // FOP dates the metadata by the clock
    private void dateMetadata() throws IOException {
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        Matcher created = CREATED.matcher(xmp);
        if (created.find()) {
            String dated = METADATA_DATED.matcher(xmp).replaceAll("$1" + created.group(1));
            metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
        }
    }

    // PDF/UA-1, 7.18.5; FOP describes those that lead out of the document only
    private void describeLinks() throws IOException {
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationLink && annotation.getContents() == null) {
                    annotation.setContents("To the reference");
                }
            }
        }
    }

    // FOP counts the fonts of its whole life in their prefixes (ISO 32000-1, 9.6.4); here each document counts its own
    private void nameFonts() throws IOException {
        Map<String, String> names = new TreeMap<>();
        Set<COSDictionary> fonts = new LinkedHashSet<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                fonts.add(font.getCOSObject());
                if (font instanceof PDType0Font composite) {
                    fonts.add(composite.getDescendantFont().getCOSObject());
                    fonts.add(composite.getDescendantFont().getFontDescriptor().getCOSObject());
                }
                names.put(withoutPrefix(font.getName()), "");
            }
        }
        int next = 0;
        for (Map.Entry<String, String> name : names.entrySet()) {
            name.setValue("SUBSE" + (char) ('A' + next++) + "+" + name.getKey());
        }
        for (COSDictionary font : fonts) {
            for (COSName key : List.of(COSName.BASE_FONT, COSName.FONT_NAME)) {
                if (font.getCOSName(key) != null) {
                    font.setName(key, names.get(withoutPrefix(font.getNameAsString(key))));
                }
            }
        }
    }

    private static String withoutPrefix(String name) {
        return name.replaceFirst("^[A-Z]{6}\\+", "");
    }

    private void walk(COSBase node, Consumer<COSDictionary> visitor, Set<COSBase> seen) {
        COSBase target = node instanceof COSObject reference ? reference.getObject() : node;
        if (target instanceof COSArray array) {
            array.forEach(child -> walk(child, visitor, seen));
        } else if (target instanceof COSDictionary element && seen.add(element)) {
            visitor.accept(element);
            COSBase children = element.getDictionaryObject(COSName.K);
            if (children != null) {
                walk(children, visitor, seen);
            }
        }
    }
}

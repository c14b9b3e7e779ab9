package org.imprimatur.publication.rendering.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;

/** What FOP leaves to be done to its PDF. */
final class Finishing {

    private int notes;

    private Finishing() {}

    record Finished(byte[] pdf, int pages) {}

    /** Gives every page its label, and each footnote the /ID that PDF/UA-1 (7.9) asks for; leaves no trace of the day. */
    static Finished finish(byte[] pdf, int firstPage, String authors) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            label(document, firstPage);
            return new Finished(finish(document, authors), document.getNumberOfPages());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for what has no folio. */
    static byte[] finishUnnumbered(byte[] pdf, String authors) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return finish(document, authors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void label(PDDocument document, int firstPage) {
        PDPageLabels labels = new PDPageLabels(document);
        PDPageLabelRange range = new PDPageLabelRange();
        range.setStyle(PDPageLabelRange.STYLE_DECIMAL);
        range.setStart(firstPage);
        labels.setLabelItem(0, range);
        document.getDocumentCatalog().setPageLabels(labels);
    }

    private static byte[] finish(PDDocument document, String authors) throws IOException {
        document.getDocumentInformation().setAuthor(authors);
        Finishing finishing = new Finishing();
        COSDictionary tree =
                document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
        finishing.walk(tree, finishing::identifyNote, Collections.newSetFromMap(new IdentityHashMap<>()));
        document.getDocument().getTrailer().removeItem(COSName.ID);
        document.setDocumentId(0L);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private void identifyNote(COSDictionary element) {
        if (COSName.getPDFName("Note").equals(element.getCOSName(COSName.S))) {
            element.setItem(COSName.ID, new COSString("note" + ++notes));
        }
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

package org.imprimatur.review.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** A manuscript as authors send it, with a title page that says who they are. */
public final class WordFile {

    private WordFile() {}

    public static byte[] manuscript() {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.getProperties().getCoreProperties().setCreator("Ghulam Mustafari");
            paragraph(document, "Title", "Gas and Diplomacy");
            paragraph(document, null, "Qamar Zaman Khanbari, University of Nowhere");
            paragraph(document, null, "Ghulam Mustafari, Institute of Somewhere");
            paragraph(document, null, "Abstract");
            paragraph(document, null, "The article looks at gas and diplomacy.");
            paragraph(document, "Heading1", "Introduction");
            paragraph(document, null, "Gas moves by pipe <script>alert(1)</script> and by ship (Carry, 2022).");
            paragraph(document, "Heading1", "Conclusion");
            paragraph(document, null, "Pipes bind those whom they join.");
            paragraph(document, "Heading1", "Acknowledgements");
            paragraph(document, null, "Ghulam Mustafari thanks the Institute of Somewhere.");
            paragraph(document, "Heading1", "References");
            paragraph(document, null, "Clary, C. (2022). The difficult politics of peace. Oxford University Press.");
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void paragraph(XWPFDocument document, String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        if (style != null) {
            paragraph.setStyle(style);
        }
        paragraph.createRun().setText(text);
    }
}

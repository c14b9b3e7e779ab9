package org.imprimatur.submission.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.List;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** Manuscripts as Word files. */
public final class WordFiles {

    private WordFiles() {}

    /** A small manuscript: one citation agrees with the list of references, one has no reference. */
    public static byte[] manuscript(String title) {
        return of(
                title,
                "Abstract",
                "The study asks how water is shared.",
                "Keywords: water; rivers",
                "Introduction",
                "Rivers are shared (Molnar, 2022). Few have said so before (Carry, 2021).",
                "References",
                "Molnar, J. (2022). Rivers and states. Journal of Rivers, 3(1), 1-12.");
    }

    /** One citation is mistyped: it has a reference under another spelling. */
    public static byte[] mistyped(String title) {
        return of(
                title,
                "Abstract",
                "The study asks how water is shared.",
                "Introduction",
                "Rivers are shared by states that have little else in common (Molnra, 2022), and few have said so before.",
                "References",
                "Molnar, J. (2022). Rivers and states. Journal of Rivers, 3(1), 1-12.");
    }

    /** The same behind a password. */
    public static byte[] encrypted(String title) {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream inside = encryptor.getDataStream(container)) {
                inside.write(manuscript(title));
            }
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (IOException | GeneralSecurityException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static byte[] of(String title, String... paragraphs) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XWPFParagraph first = document.createParagraph();
            first.setStyle("Title");
            first.createRun().setText(title);
            for (String text : paragraphs) {
                XWPFParagraph paragraph = document.createParagraph();
                if (List.of("Abstract", "Introduction", "References").contains(text)) {
                    paragraph.setStyle("Heading1");
                }
                paragraph.createRun().setText(text);
            }
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

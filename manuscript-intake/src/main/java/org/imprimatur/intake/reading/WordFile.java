package org.imprimatur.intake.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.Tika;
import org.imprimatur.intake.reading.ReadingResult.Reason;
import org.imprimatur.intake.text.Image;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The parts of a DOCX, opened with care: nothing is unpacked before it is known to be small enough. */
final class WordFile {
    /** More than this unpacked is no manuscript but a trap. */
    static final long MOST_UNPACKED = 256L << 20;

    private static final int MOST_PARTS = 4_000;
    private static final Tika TIKA = new Tika();

    static {
        // The own count below has the last word on size; the ratio alone would refuse honest files of repeated markup.
        ZipSecureFile.setMaxEntrySize(MOST_UNPACKED);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
        ZipSecureFile.setMinInflateRatio(0.001);
    }

    private final OPCPackage parts;
    private final PackagePart main;

    private WordFile(OPCPackage parts, PackagePart main) {
        this.parts = parts;
        this.main = main;
    }

    /** Why a file isn't read. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        private final Reason reason;

        Refusal(Reason reason, String message) {
            super(message, null, false, false);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    static WordFile open(byte[] file) throws Refusal {
        var type = TIKA.detect(file);
        switch (type) {
            case "application/zip", "application/x-tika-ooxml", "application/java-archive" -> guard(file);
            case "application/x-tika-msoffice", "application/msword" -> throw oldOffice(file);
            case "application/pdf" ->
                throw new Refusal(
                        Reason.UNSUPPORTED_KIND,
                        "is a PDF. A PDF can't be edited or typeset. Upload the Word document (.docx) it was made from");
            case "application/rtf", "text/rtf" ->
                throw new Refusal(
                        Reason.UNSUPPORTED_KIND,
                        "is in Rich Text Format. Save it as a Word document (.docx) and upload that");
            default -> throw otherwise(type);
        }
        try {
            var parts = OPCPackage.open(new ByteArrayInputStream(file));
            return new WordFile(parts, mainPart(parts));
        } catch (InvalidFormatException | IOException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            throw new Refusal(Reason.DAMAGED, damaged());
        }
    }

    private static String damaged() {
        return "is damaged: parts of it can't be read. Open it in your word processor, save it under a new name and upload the new file";
    }

    private static Refusal otherwise(String type) {
        if (type.startsWith("text/") || type.endsWith("xml")) {
            return new Refusal(
                    Reason.UNSUPPORTED_KIND,
                    "is a plain text or web page. Paste the text into your word processor, save it as a Word document (.docx) and upload that");
        }
        return new Refusal(
                Reason.NOT_A_DOCUMENT,
                "is no document, whatever its name says (it looks like " + kindOf(type)
                        + "). Choose the Word document (.docx) of your manuscript");
    }

    private static String kindOf(String type) {
        if (type.contains("msdownload")
                || type.contains("exec")
                || type.contains("dosexec")
                || type.contains("sharedlib")) {
            return "a program";
        }
        if (type.startsWith("image/")) {
            return "a picture";
        }
        return type.equals("application/octet-stream") ? "no known kind of file" : type;
    }

    private static Refusal oldOffice(byte[] file) {
        try (var system = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            var root = system.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return new Refusal(
                        Reason.ENCRYPTED,
                        "is protected by a password. Remove the password in your word processor (File, Info, Protect Document), save and upload it again");
            }
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                return new Refusal(
                        Reason.UNSUPPORTED_KIND,
                        "is in the old Word format (.doc). Open it, save it as a Word document (.docx) and upload that");
            }
            return new Refusal(
                    Reason.NOT_A_DOCUMENT,
                    "is an Office file but no text document. Choose the Word document (.docx) of your manuscript");
        } catch (IOException | RuntimeException e) {
            return new Refusal(Reason.DAMAGED, damaged());
        }
    }

    /** Unpacks into nothing, counting. */
    private static void guard(byte[] file) throws Refusal {
        var unpacked = 0L;
        var count = 0;
        var typed = false;
        var openDocument = false;
        var buffer = new byte[1 << 16];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                count++;
                typed |= entry.getName().equals("[Content_Types].xml");
                var first = true;
                for (var read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    if (first && entry.getName().equals("mimetype")) {
                        openDocument = new String(buffer, 0, read, StandardCharsets.US_ASCII).contains("opendocument");
                    }
                    first = false;
                    unpacked += read;
                    checkSize(unpacked, count);
                }
                checkSize(unpacked, count);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal(Reason.DAMAGED, damaged());
        }
        if (count == 0 || !hasEnd(file)) {
            throw new Refusal(Reason.DAMAGED, damaged());
        }
        if (openDocument) {
            throw new Refusal(
                    Reason.UNSUPPORTED_KIND,
                    "is an OpenDocument text. In your word processor choose Save as, then Word (.docx), and upload that");
        }
        if (!typed) {
            throw noWordDocument();
        }
    }

    private static Refusal noWordDocument() {
        return new Refusal(
                Reason.NOT_A_DOCUMENT,
                "is an archive and no Word document. Choose the Word document (.docx) of your manuscript");
    }

    private static void checkSize(long unpacked, int count) throws Refusal {
        if (unpacked > MOST_UNPACKED || count > MOST_PARTS) {
            throw new Refusal(
                    Reason.NOT_A_DOCUMENT,
                    "unpacks to more than any manuscript holds, as files built to do harm do. If it is your manuscript, "
                            + "make its pictures smaller, save it under a new name and upload the new file");
        }
    }

    /** Whether the archive has its end record (APPNOTE.TXT §4.3.16); without it the upload was cut off. */
    private static boolean hasEnd(byte[] file) {
        for (var at = file.length - 22; at >= 0 && at >= file.length - 22 - 0xFFFF; at--) {
            if (file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 5 && file[at + 3] == 6) {
                return true;
            }
        }
        return false;
    }

    private static PackagePart mainPart(OPCPackage parts) throws Refusal, InvalidFormatException {
        PackagePart main = null;
        for (var relationship : parts.getRelationships()) {
            if (relationship.getRelationshipType().endsWith("/officeDocument")) {
                main = parts.getPart(PackagingURIHelper.createPartName(PackagingURIHelper.resolvePartUri(
                        PackagingURIHelper.PACKAGE_ROOT_URI, relationship.getTargetURI())));
            }
        }
        if (main == null) {
            throw noWordDocument();
        }
        var type = main.getContentType();
        if (type.contains("macroEnabled") || hasMacros(parts)) {
            throw new Refusal(
                    Reason.UNSUPPORTED_KIND,
                    "holds macros, small programs that can't be accepted. Save it as a Word document without macros (.docx) and upload that");
        }
        if (!type.contains("wordprocessingml")) {
            throw new Refusal(
                    Reason.UNSUPPORTED_KIND,
                    "is a spreadsheet or presentation. Choose the Word document (.docx) of your manuscript");
        }
        return main;
    }

    private static boolean hasMacros(OPCPackage parts) throws InvalidFormatException {
        return parts.getParts().stream()
                .anyMatch(part -> part.getContentType().toLowerCase(Locale.ROOT).contains("vba"));
    }

    Element document() throws Refusal {
        return parsed(main);
    }

    /** The root of a part that the document refers to by a kind of relationship ("styles", "footnotes" …), or null. */
    Element related(String kind) throws Refusal {
        try {
            for (var relationship : main.getRelationships()) {
                if (relationship.getRelationshipType().endsWith("/" + kind)
                        && relationship.getTargetMode() == TargetMode.INTERNAL) {
                    var part = main.getRelatedPart(relationship);
                    return part == null ? null : parsed(part);
                }
            }
            return null;
        } catch (InvalidFormatException | IllegalArgumentException e) {
            throw new Refusal(Reason.DAMAGED, damaged());
        }
    }

    OPCPackage parts() {
        return parts;
    }

    static Element parsed(PackagePart part) throws Refusal {
        try (var content = part.getInputStream()) {
            return Xml.parse(content.readAllBytes());
        } catch (Xml.TooMuch e) {
            throw new Refusal(
                    Reason.TOO_LARGE,
                    "holds more paragraphs or formatting than a manuscript can have. Put large data into a supplementary file, "
                            + "save the manuscript under a new name and upload that");
        } catch (Xml.Forbidden e) {
            throw new Refusal(
                    Reason.NOT_A_DOCUMENT,
                    "holds declarations that no word processor writes, as files built to do harm do. Open it in your word "
                            + "processor, save it under a new name and upload the new file");
        } catch (SAXException | IOException e) {
            throw new Refusal(Reason.DAMAGED, damaged());
        }
    }

    /** The outside address of a hyperlink of the document. */
    Optional<String> linkTarget(String relationshipId) {
        return relationship(relationshipId)
                .filter(relationship -> relationship.getTargetMode() == TargetMode.EXTERNAL)
                .map(relationship -> relationship.getTargetURI().toString());
    }

    Optional<Image> image(String relationshipId) {
        var relationship = relationship(relationshipId).filter(found -> found.getTargetMode() == TargetMode.INTERNAL);
        if (relationship.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream content = main.getRelatedPart(relationship.get()).getInputStream()) {
            var bytes = content.readAllBytes();
            var type = TIKA.detect(bytes);
            return type.startsWith("image/") ? Optional.of(new Image(Sha256.of(bytes), type, bytes)) : Optional.empty();
        } catch (OpenXML4JException | IOException | IllegalArgumentException e) {
            // A picture that is no longer in the file: Word shows a red cross, we show nothing.
            return Optional.empty();
        }
    }

    private Optional<PackageRelationship> relationship(String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(main.getRelationship(id));
    }

    /** Closes without writing. */
    void revert() {
        parts.revert();
    }
}

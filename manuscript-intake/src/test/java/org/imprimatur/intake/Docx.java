package org.imprimatur.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes Word files for tests out of their XML, so that a test can say exactly what is in them. */
public final class Docx {
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
            + "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
            + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
            + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final StringBuilder body = new StringBuilder();
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final List<String> relations = new ArrayList<>();
    private final List<String> overrides = new ArrayList<>();
    private String mainType = WORD + "document.main+xml";
    private String prologue = "";

    public Docx() {
        part(
                "styles",
                "<w:styles " + W
                        + "><w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/></w:style>"
                        + "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
                        + "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"heading 2\"/></w:style>"
                        + "<w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:name w:val=\"My heading\"/><w:basedOn w:val=\"H2\"/></w:style>"
                        + "<w:style w:type=\"paragraph\" w:styleId=\"Quote\"><w:name w:val=\"Quote\"/></w:style>"
                        + "<w:style w:type=\"paragraph\" w:styleId=\"Caption\"><w:name w:val=\"caption\"/></w:style>"
                        + "<w:style w:type=\"paragraph\" w:styleId=\"TOC1\"><w:name w:val=\"toc 1\"/></w:style></w:styles>");
    }

    public Docx title(String text) {
        return styled("Title", text);
    }

    public Docx heading(String text) {
        return styled("H1", text);
    }

    public Docx paragraph(String text) {
        return raw("<w:p>" + run(text) + "</w:p>");
    }

    public Docx bold(String text) {
        return raw(
                "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r></w:p>");
    }

    public Docx styled(String style, String text) {
        return raw("<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + run(text) + "</w:p>");
    }

    /** The reference list with its heading. */
    public Docx references(String... entries) {
        heading("References");
        for (var entry : entries) {
            paragraph(entry);
        }
        return this;
    }

    public Docx raw(String xml) {
        body.append(xml);
        return this;
    }

    public Docx prologue(String declaration) {
        prologue = declaration;
        return this;
    }

    public Docx mainType(String type) {
        mainType = type;
        return this;
    }

    /** A part of WordprocessingML by its kind: "footnotes", "numbering" … The XML's root needs no namespaces. */
    public Docx part(String kind, String xml) {
        var withNamespaces = xml.contains("xmlns:w") ? xml : xml.replaceFirst("(<w:\\w+)", "$1 " + W);
        relations.removeIf(relation -> relation.contains("/" + kind + "\""));
        relations.add(
                "<Relationship Id=\"p-" + kind + "\" Type=\"" + RELATION + kind + "\" Target=\"" + kind + ".xml\"/>");
        overrides.removeIf(override -> override.contains("/" + kind + ".xml"));
        overrides.add("<Override PartName=\"/word/" + kind + ".xml\" ContentType=\"" + WORD + kind + "+xml\"/>");
        parts.put("word/" + kind + ".xml", withNamespaces.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public Docx link(String id, String address) {
        relations.add("<Relationship Id=\"" + id + "\" Type=\"" + RELATION
                + "hyperlink\" TargetMode=\"External\" Target=\"" + escaped(address) + "\"/>");
        return this;
    }

    public Docx image(String id, byte[] png) {
        relations.add(
                "<Relationship Id=\"" + id + "\" Type=\"" + RELATION + "image\" Target=\"media/" + id + ".png\"/>");
        return file("word/media/" + id + ".png", png);
    }

    public Docx file(String path, byte[] bytes) {
        parts.put(path, bytes);
        return this;
    }

    public Docx override(String part, String type) {
        overrides.add("<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>");
        return this;
    }

    public byte[] bytes() {
        var all = new LinkedHashMap<String, byte[]>();
        all.put(
                "[Content_Types].xml",
                text("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
                        + "<Default Extension=\"bin\" ContentType=\"application/octet-stream\"/>"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\"" + mainType + "\"/>"
                        + String.join("", overrides) + "</Types>"));
        all.put(
                "_rels/.rels",
                text("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"r1\" Type=\"" + RELATION
                        + "officeDocument\" Target=\"word/document.xml\"/></Relationships>"));
        all.put(
                "word/_rels/document.xml.rels",
                text("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + String.join("", relations) + "</Relationships>"));
        all.put(
                "word/document.xml",
                text(prologue + "<w:document " + W + "><w:body>" + body + "</w:body></w:document>"));
        all.putAll(parts);
        return zip(all);
    }

    public static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>";
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static byte[] text(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}

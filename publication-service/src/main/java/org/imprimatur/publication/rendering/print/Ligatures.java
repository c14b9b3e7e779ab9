package org.imprimatur.publication.rendering.print;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.ttf.model.GsubData;
import org.apache.fontbox.ttf.model.ScriptFeature;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Gives ligatures their letters back: FOP says of one without a character of its own ("ft" in "often") that it is of
 * the private use area, so that nobody could search or copy the word. A ligature is known by its outline, since its
 * number in the embedded part of the font is another than in the whole font.
 */
final class Ligatures {

    private static final int MOST_CODES_IN_A_BLOCK = 100;

    private static final String BEGINNING = """
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo 3 dict dup begin /Registry (Adobe) def /Ordering (UCS) def /Supplement 0 def end def
        /CMapName /Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange
        """;

    private final Map<String, Map<String, String>> lettersByFont = new ConcurrentHashMap<>();

    void spellOut(PDDocument document) throws IOException {
        Set<COSStream> done = new HashSet<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                if (font instanceof PDType0Font composite
                        && composite.getDescendantFont() instanceof PDCIDFontType2 outlines
                        && font.getCOSObject().getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream map
                        && done.add(map)) {
                    rewrite(composite, outlines.getTrueTypeFont(), map);
                }
            }
        }
    }

    private void rewrite(PDType0Font font, TrueTypeFont outlines, COSStream map) throws IOException {
        Map<String, String> letters = letters(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
        Map<Integer, String> texts = new TreeMap<>();
        for (int code = 0; code < outlines.getNumberOfGlyphs(); code++) {
            String said = font.toUnicode(code);
            if (said != null) {
                // one glyph stands for both apostrophes: the common one is meant
                String shown = isPrivate(said)
                        ? Optional.ofNullable(letters.get(outline(outlines, code)))
                                .orElse(said)
                        : isCompatible(said) ? Normalizer.normalize(said, Normalizer.Form.NFKC) : said;
                texts.put(code, shown.replace('\u02BC', '’'));
            }
        }
        try (OutputStream out = map.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(characterMap(texts).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static boolean isPrivate(String said) {
        return said.codePoints().anyMatch(it -> Character.getType(it) == Character.PRIVATE_USE);
    }

    /** Latin ligatures and Arabic presentation forms that have characters of their own. */
    private static boolean isCompatible(String said) {
        return said.codePoints().allMatch(it -> it >= 0xFB00 && it <= 0xFDFF || it >= 0xFE70 && it <= 0xFEFC);
    }

    private Map<String, String> letters(String fontName) {
        return lettersByFont.computeIfAbsent(
                fontName,
                name -> Faces.named(name).map(Ligatures::lettersByOutline).orElse(Map.of()));
    }

    private static Map<String, String> lettersByOutline(TrueTypeFont font) {
        try {
            Map<String, String> letters = new HashMap<>();
            CmapLookup characters = font.getUnicodeCmapLookup();
            GsubData substitutions = font.getGsub().getGsubData("latn");
            for (String feature : substitutions.getSupportedFeatures()) {
                if (feature.equals("liga") || feature.equals("ccmp")) {
                    ScriptFeature ligatures = substitutions.getFeature(feature);
                    for (List<Integer> parts : ligatures.getAllGlyphIdsForSubstitution()) {
                        String spelled = parts.stream()
                                .map(characters::getCharCodes)
                                .map(codes -> codes == null ? "" : Character.toString(codes.get(0)))
                                .collect(Collectors.joining());
                        letters.putIfAbsent(outline(font, ligatures.getReplacementForGlyphs(parts)), spelled);
                    }
                }
            }
            return letters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String outline(TrueTypeFont font, int glyph) throws IOException {
        var description = font.getGlyph().getGlyph(glyph);
        if (description == null) {
            return "";
        }
        GeneralPath path = description.getPath();
        StringBuilder outline = new StringBuilder();
        double[] points = new double[6];
        for (PathIterator at = path.getPathIterator(null); !at.isDone(); at.next()) {
            Arrays.fill(points, 0);
            outline.append(at.currentSegment(points));
            for (double point : points) {
                outline.append(' ').append(Math.round(point));
            }
        }
        return outline.toString();
    }

    // PDF 1.7 (ISO 32000-1), 9.10.3
    private static String characterMap(Map<Integer, String> texts) {
        StringBuilder map = new StringBuilder(BEGINNING);
        List<Map.Entry<Integer, String>> all = List.copyOf(texts.entrySet());
        for (int from = 0; from < all.size(); from += MOST_CODES_IN_A_BLOCK) {
            List<Map.Entry<Integer, String>> block =
                    all.subList(from, Math.min(from + MOST_CODES_IN_A_BLOCK, all.size()));
            map.append(block.size()).append(" beginbfchar\n");
            for (Map.Entry<Integer, String> entry : block) {
                map.append("<%04X> <".formatted(entry.getKey()));
                for (char unit : entry.getValue().toCharArray()) {
                    map.append("%04X".formatted((int) unit));
                }
                map.append(">\n");
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }
}

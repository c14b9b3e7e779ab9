package org.imprimatur.publication.rendering.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The print fonts: which characters they hold, and which of them sets which part of a text. */
final class Faces {

    /** A stretch of text in one font. */
    record Run(String text, boolean arabic) {}

    private static final String URDU_LETTERS = "ٹڈڑںھےہیگچپک";

    private static final String SERIF_FOLDER = "fonts/source-serif-4/";
    private static final String NASKH_FOLDER = "fonts/noto-naskh-arabic/";

    private final CmapLookup serif = cmap(SERIF_FOLDER + "SourceSerif4-Regular.ttf");
    private final CmapLookup naskh = cmap(NASKH_FOLDER + "NotoNaskhArabic-Regular.ttf");

    /** A whole print font by its PostScript name, for example "SourceSerif4-Regular". */
    static Optional<TrueTypeFont> named(String postScriptName) {
        return Stream.of(SERIF_FOLDER, NASKH_FOLDER)
                .map(folder -> folder + postScriptName + ".ttf")
                .filter(path -> Faces.class.getClassLoader().getResource(path) != null)
                .findFirst()
                .map(Faces::read);
    }

    private static TrueTypeFont read(String path) {
        try (InputStream font = Faces.class.getClassLoader().getResourceAsStream(path)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(font.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CmapLookup cmap(String path) {
        try {
            return read(path).getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text as it is printed: composed (NFC), every white space a plain or a no-break space, no format characters. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(character -> {
            if (character == '\u00A0' || character == '\u202F' || character == '\u2007') {
                clean.append('\u00A0');
            } else if (character == '\u2011') {
                clean.append("\u2060-\u2060");
            } else if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                clean.append(' ');
            } else if (Character.getType(character) != Character.FORMAT
                    && Character.getType(character) != Character.CONTROL
                    && !isVariationSelector(character)) {
                clean.appendCodePoint(character);
            }
        });
        return clean.toString();
    }

    private static boolean isVariationSelector(int character) {
        return character >= 0xFE00 && character <= 0xFE0F;
    }

    /** The first character that no font holds. */
    Optional<String> missingIn(String text) {
        return clean(text)
                .codePoints()
                .filter(character -> character != ' ' && character != '\u00A0' && character != '\u2060')
                .filter(character -> serif.getGlyphId(character) == 0 && naskh.getGlyphId(character) == 0)
                .mapToObj(Character::toString)
                .findFirst();
    }

    /** Splits a clean text by font. White space between two Arabic words belongs to them. */
    List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        boolean arabic = false;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            boolean here = isArabic(character) || arabic && joins(text, at);
            if (here != arabic && at > start) {
                runs.add(new Run(text.substring(start, at), arabic));
                start = at;
            }
            arabic = here;
            at += Character.charCount(character);
        }
        if (start < text.length()) {
            runs.add(new Run(text.substring(start), arabic));
        }
        return runs;
    }

    private boolean joins(String text, int at) {
        int next = at;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\u00A0')) {
            next++;
        }
        return next > at && next < text.length() && isArabic(text.codePointAt(next));
    }

    private boolean isArabic(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.ARABIC
                || character > 0x600 && serif.getGlyphId(character) == 0 && naskh.getGlyphId(character) != 0;
    }

    /** The language of an Arabic run, as far as its letters tell. */
    static String languageOf(String arabic) {
        return arabic.chars().anyMatch(letter -> URDU_LETTERS.indexOf(letter) >= 0) ? "ur" : "ar";
    }
}

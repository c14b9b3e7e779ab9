package org.imprimatur.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MendingTest {

    private static byte[] docx(List<List<String>> paragraphs) {
        try (var document = new XWPFDocument();
                var bytes = new ByteArrayOutputStream()) {
            for (var runs : paragraphs) {
                var paragraph = document.createParagraph();
                runs.forEach(run -> paragraph.createRun().setText(run));
            }
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static List<String> read(byte[] docx) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static byte[] mended(byte[] docx, String around, String was, String is) {
        return ((Mending.Result.Mended) Mending.of(docx, "a.docx", around, was, is)).docx();
    }

    @Test
    void words_are_changed_at_their_place_and_nothing_else_is() {
        var docx = docx(List.of(
                List.of("Carry is quoted twice (Carry, 2022), first here."),
                List.of("And here (", "Car", "ry, 20", "22", "), in the middle of other words.")));

        var mended = mended(docx, "… here (Carry, 2022), in the middle …", "Carry, 2022", "Clary, 2022");

        assertThat(read(mended))
                .containsExactly(
                        "Carry is quoted twice (Carry, 2022), first here.",
                        "And here (Clary, 2022), in the middle of other words.");
    }

    @Test
    void a_place_that_is_there_twice_or_not_at_all_is_left() {
        var docx = docx(List.of(List.of("So it is (Carry, 2022)."), List.of("So it is (Carry, 2022).")));

        assertThat(Mending.of(docx, "a.docx", "So it is (Carry, 2022).", "Carry, 2022", "Clary, 2022"))
                .isInstanceOf(Mending.Result.NoSuchPlace.class);
        assertThat(Mending.of(docx, "a.docx", "Nowhere (Carry, 2022).", "Carry, 2022", "Clary, 2022"))
                .isInstanceOf(Mending.Result.NoSuchPlace.class);
        assertThat(Mending.of(docx, "a.docx", "So it is.", "Carry, 2022", "Clary, 2022"))
                .isInstanceOf(Mending.Result.NoSuchPlace.class);
        assertThat(Mending.of(docx, "a.docx", "So it is.", " ", "Clary, 2022"))
                .isInstanceOf(Mending.Result.NoSuchPlace.class);
    }

    @Test
    void markup_in_the_new_words_stays_words() {
        var docx = docx(List.of(List.of("So it is (Carry, 2022).")));

        assertThat(read(mended(docx, "So it is (Carry, 2022).", "Carry, 2022", "<w:p/> & \"Clary\"")))
                .containsExactly("So it is (<w:p/> & \"Clary\").");
    }

    @Test
    void what_is_no_word_file_is_refused() {
        assertThat(Mending.of("no".getBytes(), "a.docx", "a b", "a", "c")).isInstanceOf(Mending.Result.Refused.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void however_the_words_are_cut_into_runs_only_the_meant_ones_change(long seed) {
        var random = new Random(seed);
        var before = words(random) + " before ";
        var after = " after " + words(random);
        var text = before + "WAS THIS" + after;
        var runs = new ArrayList<String>();
        for (var at = 0; at < text.length(); ) {
            var to = Math.min(text.length(), at + 1 + random.nextInt(6));
            runs.add(text.substring(at, to));
            at = to;
        }

        var mended = mended(docx(List.of(runs)), text, "WAS THIS", "is now that");

        assertThat(read(mended)).containsExactly(before + "is now that" + after);
    }

    private static String words(Random random) {
        return random.ints(12, 'a', 'z' + 1)
                .mapToObj(letter -> (char) letter + "x")
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }
}

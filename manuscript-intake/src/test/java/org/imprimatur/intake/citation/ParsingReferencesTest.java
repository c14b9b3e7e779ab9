package org.imprimatur.intake.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.intake.text.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParsingReferencesTest {
    private static Reference parsed(String entry) {
        return ParsingReferences.parse(List.of(Texts.words(entry))).get(0);
    }

    private static String authors(Reference reference) {
        return reference.authors().stream()
                .map(author ->
                        author.organisation() ? "[" + author.family() + "]" : author.family() + "/" + author.initials())
                .collect(Collectors.joining("; "));
    }

    static Stream<Arguments> entries() {
        return Stream.of(
                Arguments.of("Clary, C. (2022). A title here. Notes, 6(2), 8-9.", "Clary/C.", "2022", "A title here"),
                Arguments.of(
                        "Ahmed, A., & Rasool, G. (2023). On history: an examination. Notes.",
                        "Ahmed/A.; Rasool/G.",
                        "2023",
                        "On history: an examination"),
                Arguments.of(
                        "Ahmed, A., Baloch, J. A., & Abbas, A. (2023). On ties. Notes.",
                        "Ahmed/A.; Baloch/J. A.; Abbas/A.",
                        "2023",
                        "On ties"),
                Arguments.of(
                        "Amir-ud-Din, R., Waqi Sajjad, F., & Aziz, S. (2020). Arms race. P.",
                        "Amir-ud-Din/R.; Waqi Sajjad/F.; Aziz/S.",
                        "2020",
                        "Arms race"),
                Arguments.of(
                        "Khan, Q. Z., Wakil, I. and Mustafa, G. (2024) On relations. Notes.",
                        "Khan/Q. Z.; Wakil/I.; Mustafa/G.",
                        "2024",
                        "On relations"),
                Arguments.of(
                        "KHAN, Q. Z., WAKIL, I. & MUSTAFA, G. 2024. On relations. Notes.",
                        "KHAN/Q. Z.; WAKIL/I.; MUSTAFA/G.",
                        "2024",
                        "On relations"),
                Arguments.of(
                        "Khan, Qamar Zaman, Imran Wakil, and Ghulam Mustafa. 2024. “On relations.” Notes.",
                        "Khan/Qamar Zaman; Wakil/Imran; Mustafa/Ghulam",
                        "2024",
                        "On relations"),
                Arguments.of(
                        "Khan, Qamar, Jan van der Berg, and Ali Raza. 2024. “On relations.” Notes.",
                        "Khan/Qamar; van der Berg/Jan; Raza/Ali",
                        "2024",
                        "On relations"),
                Arguments.of(
                        "Khan QZ, Wakil I. (2024). On relations. Notes.", "Khan/QZ; Wakil/I.", "2024", "On relations"),
                Arguments.of(
                        "van der Berg, J. (2019). Canals in winter. Water.",
                        "van der Berg/J.",
                        "2019",
                        "Canals in winter"),
                Arguments.of(
                        "Berg, J. van der, & Li, X. (2019). Canals in winter. Water.",
                        "van der Berg/J.; Li/X.",
                        "2019",
                        "Canals in winter"),
                Arguments.of(
                        "O’Brien, T., & Müller-Lüdenscheid, K.-H. (2018). On borders. B.",
                        "O’Brien/T.; Müller-Lüdenscheid/K.-H.",
                        "2018",
                        "On borders"),
                Arguments.of(
                        "State Bank of Pakistan. 2022. \"Net Inflow of Investment\" https://example.org/a",
                        "[State Bank of Pakistan]",
                        "2022",
                        "Net Inflow of Investment"),
                Arguments.of(
                        "World Health Organization [WHO]. (2020). World report. Geneva.",
                        "[World Health Organization]",
                        "2020",
                        "World report"),
                Arguments.of(
                        "Ministry of Finance, Government of Pakistan. (2020). Survey of all. I.",
                        "[Ministry of Finance, Government of Pakistan]",
                        "2020",
                        "Survey of all"),
                Arguments.of(
                        "Smith, J., Jr., & Wu, Y. (2001, May 5). Ten days. News.",
                        "Smith/J.; Wu/Y.",
                        "2001",
                        "Ten days"),
                Arguments.of("Smith, J. (Ed.). (2001). Ten days. News.", "Smith/J.", "2001", "Ten days"),
                Arguments.of("Lewis, P. (2017b). Second thoughts. Notes.", "Lewis/P.", "2017b", "Second thoughts"),
                Arguments.of("Lewis, P. (n.d.). Undated thoughts. Notes.", "Lewis/P.", "n.d.", "Undated thoughts"),
                Arguments.of("12. Lewis, P. (2017). Some thoughts. Notes.", "Lewis/P.", "2017", "Some thoughts"),
                Arguments.of("[3] Lewis, P. (2017). Some thoughts. Notes.", "Lewis/P.", "2017", "Some thoughts"),
                Arguments.of(
                        "Cookman, C. (2022). What’s next after the ouster?. Institute.",
                        "Cookman/C.",
                        "2022",
                        "What’s next after the ouster?"),
                Arguments.of(
                        "Ali, B., & Khan, S. (2023). Relations (2010-2020): an analysis. J.",
                        "Ali/B.; Khan/S.",
                        "2023",
                        "Relations (2010-2020): an analysis"));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void an_entry_gives_authors_year_and_title(String entry, String authors, String year, String title) {
        var reference = parsed(entry);

        assertThat(authors(reference)).isEqualTo(authors);
        assertThat(reference.year()).contains(year);
        assertThat(reference.title()).contains(title);
        assertThat(reference.raw()).isEqualTo(entry);
    }

    @Test
    void a_doi_is_bare_and_keeps_the_brackets_that_belong_to_it() {
        assertThat(parsed("Khan, Q. (2024). T one. J. https://doi.org/10.31703/gpr.2024(IX-II).03.")
                        .doi())
                .contains("10.31703/gpr.2024(ix-ii).03");
        assertThat(parsed("Khan, Q. (2024). T one. J (doi:10.5555/ABC.1).").doi())
                .contains("10.5555/abc.1");
        assertThat(parsed("Khan, Q. (2024). T one. J. https://doi.org/10.5555/x")
                        .url())
                .isEmpty();
    }

    @Test
    void a_dash_stands_for_the_authors_above() {
        var references = ParsingReferences.parse(List.of(
                Texts.words("Lewis, P. (2016). First thoughts. Notes."),
                Texts.words("———. (2017). Second thoughts. Notes.")));

        assertThat(authors(references.get(1))).isEqualTo("Lewis/P.");
        assertThat(references.get(1).id()).isEqualTo("ref2");
    }

    @Test
    void what_is_no_entry_has_nothing_but_its_text() {
        var reference = parsed("Printed on recycled paper");

        assertThat(reference.year()).isEmpty();
        assertThat(reference.title()).isEmpty();
        assertThat(reference.raw()).isEqualTo("Printed on recycled paper");
    }
}

package org.imprimatur.intake.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.imprimatur.intake.citation.Finding.Code;
import org.imprimatur.intake.citation.Finding.Severity;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.FrontMatter;
import org.imprimatur.intake.text.Inline;
import org.imprimatur.intake.text.Section;
import org.imprimatur.intake.text.StructuredText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckingCitationsTest {
    private static final List<String> REFERENCES = List.of(
            "Ali, B., Khan, S., Ahmad, R., & Khan, M. T. (2023). Political relations (2010-2020): an analysis. Journal of Society, 3(3), 339-359.",
            "Amir-ud-Din, R., Waqi Sajjad, F., & Aziz, S. (2020). Revisiting an arms race. Peace Economics, 31(6), 721-741.",
            "Clary, C. (2022). Relations and their constraints. Asian Notes, 62(5-6), 838-865. https://doi.org/10.5555/an.2022.18",
            "Cookman, C. (2022). What is next?. Institute of Peace.",
            "García Márquez, G. (2016). A chronicle. Ediciones Sur.",
            "Government of Punjab, Finance Department. (2019). White paper. Lahore.",
            "Javaid, P. D. U., & Rashid, A. (2020). Oil and gas. South Asian Notes, 30(1).",
            "Khan, F. H. (2021). Strategic relations. Journal of Affairs, 1, 42-64.",
            "Khan, M. A., Dashti, A. A., & Siraj, U. (2023). Past and present shift. Journal of Schools, 639-648.",
            "Khan, M. N. (2022). Interests converge. Journal of Security, 8(2), 27-52.",
            "Khan, S. (2021). A call with the president. Daily News.",
            "Lewis, P. (2017a). First thoughts. Notes, 1, 2-3.",
            "Lewis, P. (2017b). Second thoughts. Notes, 1, 4-5.",
            "Molnar, G. (2022). Economics of gas. In The handbook (pp. 23-57). Springer.",
            "Müller, K., & O’Brien, T. (2018). Borders. Review of Borders, 2, 1-9.",
            "Munshi, U. (2022). Redefining relations. Language Review, 6(3), 139-151.",
            "Nawaz, A. (in press). Coming soon. Future Notes.",
            "Shah, S. N. A., Majeed, G., Ali, R. A., & Hussain, T. (2022). A crisis. Review of Management, 5(2), 141-148.",
            "State Bank of Pakistan. 2022. \"Net Inflow of Foreign Private Investment\" https://www.example.org/index.asp",
            "van der Berg, J. (2019). Canals. Water, 4, 1-20.",
            "World Health Organization [WHO]. (2020). World report. Geneva.");

    private static List<String> found(String... paragraphs) {
        return new CheckingCitations()
                .check(Texts.of(List.of(paragraphs), REFERENCES)).findings().stream()
                        .filter(finding -> finding.severity() != Severity.WARNING)
                        .map(finding -> finding.code().id() + ": " + finding.citation() + " -> " + finding.suggestion())
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "As was shown (Khan, 2022).",
                "As was shown (Khan et al., 2023).",
                "As was shown (Javaid & Rashid, 2020).",
                "As was shown (Javaid and Rashid, 2020).",
                "Javaid and Rashid (2020) show it, and so do Javaid & Rashid (2020).",
                "Clary (2022) argues otherwise. However, Munshi (2022) disagrees.",
                "Clary’s (2022) argument and Clary's (2022) answer.",
                "As was shown (Ali et al., 2023; Munshi, 2022).",
                "As was shown (see Clary, 2022, p. 4).",
                "As was shown (see, e.g., Clary, 2022, pp. 4-6; Munshi, 2022; cf. Molnar, 2022).",
                "As was shown (Clary, 2022: 45), and (Munshi, 2022, emphasis added).",
                "As was shown [Clary, 2022].",
                "As was shown (Clary, 2022, Munshi, 2022).",
                "As was shown (Clary, 2022 and Munshi, 2022).",
                "As was shown (Khan, Dashti, & Siraj, 2023) and (Khan, Dashti, et al., 2023).",
                "Khan, Dashti, and Siraj (2023) found it.",
                "Early work (Lewis, 2017a) and later work (Lewis, 2017b), or both (Lewis, 2017a, 2017b) and (Lewis, 2017a,b).",
                "Foreign investment grew (State Bank of Pakistan, 2022).",
                "State Bank of Pakistan (2022) and the State Bank of Pakistan (2022) say so.",
                "Investment grew (SBP, 2022), it is said (World Health Organization, 2020), again (WHO, 2020).",
                "At first (World Health Organization [WHO], 2020), then World Health Organization [WHO] (2020).",
                "A white paper says so (Government of Punjab, Finance Department, 2019).",
                "Canals matter (van der Berg, 2019). Van der Berg (2019) says so. Berg (2019) too.",
                "An arms race (Amir-ud-Din et al., 2020), as Amir-ud-Din et al. (2020) and Amir-ud-din et al. (2020) say.",
                "Borders (Müller & O’Brien, 2018), (Muller & O'Brien, 2018), (Mueller & OBrien, 2018).",
                "A chronicle (García Márquez, 2016), (Garcia Marquez, 2016), (Márquez, 2016).",
                "It will appear (Nawaz, in press). Nawaz (in press) says so.",
                "Work by F. H. Khan (2021) and by another (S. Khan, 2021) differs.",
                "The one (Khan, F. H., 2021) and the other (Fahad Khan, 2021).",
                "An old idea (Weber, 1922, as cited in Clary, 2022).",
                "He said so (A. Someone, personal communication, May 5, 2020).",
                "Khan et al.’s (2023) study and Khan and colleagues (2023).",
                "First (Lewis, 2017a; 2017b), then Lewis (2017a; 2017b) and Lewis (2017a, p. 4; 2017b).",
                "As Clary's careful and patient work (2022) shows.",
                "The plan (GoP, 2019) and (Government of Punjab, 2019).",
                "A newspaper (Clary, May 2022) and again (Munshi, 3 June 2022).",
                "He claims it (as Munshi puts it, Clary, 2022).",
                "Prof. Clary (2022) and (Dr. Munshi, 2022).",
                "The State Bank (State Bank of Pakistan [SBP], 2022) said so; SBP (2022) repeated it.",
                "A note (Clary,\u00a02022) with a hard space and a\nbroken (Munshi,\n2022) line.",
            })
    void a_citation_with_its_reference_gives_nothing(String text) {
        assertThat(found(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Relations (2010-2020) and (1990–2000) were cold; in 2022 they were not.",
                "It bought citrus (20%) and textiles (55% of exports).",
                "Imran Khan (2018-2022) was prime minister. Khan's visit in February 2022 failed.",
                "The prime minister (born 1952) went to Moscow (February 2022) and to Dushanbe (in the summer of 2000).",
                "The capital (Moscow, 2022), the country (Pakistan, 2019) and a city (Karachi 2005), both (Seoul, Republic of Korea, 2019).",
                "The summit (June 2024), the season (Spring 2020), the day (Monday, 5 February 2024).",
                "The constitution (1973) and the Lahore Resolution (1940) and the Simla Agreement (1972).",
                "The law (Anti-Terrorism Act, 1997), the accord (Paris Agreement, 2015) and its table (Table 3, 2020).",
                "War came (Kargil 1999). Before Kargil there had been peace.",
                "Annexation of Crimea (2014) and the vote on Brexit (2016) followed.",
                "Imports cost a lot (USD 2000) in the plan (Vision 2025) for the cup (World Cup 2018).",
                "The helicopter (Mi-17) and the flight PK 1950; pp. 1990-1995; 10.1525/as.2022.1801312.",
                "He said that “Russia (2014) was wrong”.",
                "The sample (N = 2000) and the year (n = 1998) and the equation (2021).",
                "Since the Cold War (1947 to 1991), the party (founded 1996) has grown.",
                "See https://www.example.org/(Someone,2020) and the archive.",
            })
    void a_year_in_prose_is_no_citation(String text) {
        assertThat(found(text)).isEmpty();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("A comeback (Carry, 2022).", "citation-without-reference: Carry, 2022 -> Clary, 2022"),
                Arguments.of("A view (Smith, 2020).", "citation-without-reference: Smith, 2020 -> null"),
                Arguments.of("A view (Smith et al., 2020).", "citation-without-reference: Smith et al., 2020 -> null"),
                Arguments.of(
                        "A view (Smith & Jones, 2020).", "citation-without-reference: Smith & Jones, 2020 -> null"),
                Arguments.of(
                        "A view (Jalal-ud-Din et al., 2010).",
                        "citation-without-reference: Jalal-ud-Din et al., 2010 -> null"),
                Arguments.of("A view (Page et al., 2010).", "citation-without-reference: Page et al., 2010 -> null"),
                Arguments.of("A view (Page & Smith, 2010).", "citation-without-reference: Page & Smith, 2010 -> null"),
                Arguments.of(
                        "A view (Khan & Rasool, 2023).", "citation-without-reference: Khan & Rasool, 2023 -> null"),
                Arguments.of("Smith (2020) argues it.", "citation-without-reference: Smith (2020) -> null"),
                Arguments.of(
                        "According to Smith (2020), it is so.", "citation-without-reference: Smith (2020) -> null"),
                Arguments.of("Smith et al. (2020) did it.", "citation-without-reference: Smith et al. (2020) -> null"),
                Arguments.of("Munshy (2022) argues it.", "citation-without-reference: Munshy (2022) -> Munshi (2022)"),
                Arguments.of(
                        "A view (Kahn et al., 2023).",
                        "citation-without-reference: Kahn et al., 2023 -> Khan et al., 2023"),
                Arguments.of(
                        "A view (Dashti et al., 2023).",
                        "citation-without-reference: Dashti et al., 2023 -> Khan et al., 2023"),
                Arguments.of(
                        "A bank (Asian Development Bank, 2020).",
                        "citation-without-reference: Asian Development Bank, 2020 -> null"),
                Arguments.of(
                        "A crisis (Shah et al., 2023).",
                        "reference-year-differs: Shah et al., 2023 -> Shah et al., 2022"),
                Arguments.of(
                        "Shah et al. (2021) say so.",
                        "reference-year-differs: Shah et al. (2021) -> Shah et al. (2022)"),
                Arguments.of("A view (Clary, 2020).", "reference-year-differs: Clary, 2020 -> Clary, 2022"),
                Arguments.of(
                        "A view (Javaid & Rashid, 2021).",
                        "reference-year-differs: Javaid & Rashid, 2021 -> Javaid & Rashid, 2020"),
                Arguments.of(
                        "Growth (State Bank of Pakistan, 2021).",
                        "reference-year-differs: State Bank of Pakistan, 2021 -> State Bank of Pakistan, 2022"),
                Arguments.of("A view (Nawaz, 2021).", "reference-year-differs: Nawaz, 2021 -> Nawaz, in press"),
                Arguments.of("A view (Khan, 2021).", "citation-ambiguous: Khan, 2021 -> null"),
                Arguments.of("Khan (2021) shows it.", "citation-ambiguous: Khan (2021) -> null"),
                Arguments.of("A view (Lewis, 2017).", "citation-ambiguous: Lewis, 2017 -> null"),
                Arguments.of(
                        "A view (Cookman et al., 2022).",
                        "author-count-differs: Cookman et al., 2022 -> Cookman, 2022"),
                Arguments.of("A view (Javaid, 2020).", "author-count-differs: Javaid, 2020 -> Javaid & Rashid, 2020"),
                Arguments.of(
                        "A view (Javaid et al., 2020).",
                        "author-count-differs: Javaid et al., 2020 -> Javaid & Rashid, 2020"),
                Arguments.of("A view (Khan, 2023).", "author-count-differs: Khan, 2023 -> Khan et al., 2023"),
                Arguments.of(
                        "A view (Khan & Dashti, 2023).",
                        "author-count-differs: Khan & Dashti, 2023 -> Khan et al., 2023"),
                Arguments.of(
                        "A view (Javaid & Rasheed, 2020).",
                        "author-name-differs: Javaid & Rasheed, 2020 -> Javaid & Rashid, 2020"),
                Arguments.of(
                        "A view (Javed & Rashid, 2020).",
                        "author-name-differs: Javed & Rashid, 2020 -> Javaid & Rashid, 2020"),
                Arguments.of(
                        "A view (Rashid & Javaid, 2020).",
                        "author-name-differs: Rashid & Javaid, 2020 -> Javaid & Rashid, 2020"),
                Arguments.of(
                        "Rashid and Javaid (2020) say so.",
                        "author-name-differs: Rashid and Javaid (2020) -> Javaid and Rashid (2020)"),
                Arguments.of(
                        "A view (Khan, Dashty, & Siraj, 2023).",
                        "author-name-differs: Khan, Dashty, & Siraj, 2023 -> Khan et al., 2023"),
                Arguments.of("A view (G. Clary, 2022).", "author-name-differs: G. Clary, 2022 -> Clary, 2022"),
                Arguments.of(
                        "(Clary, 2022), (Munshi, 2022), (Molnar 2022).", "citation-style: Molnar 2022 -> Molnar, 2022"),
                Arguments.of(
                        "(Clary 2022), (Munshi 2022), (Molnar, 2022).", "citation-style: Molnar, 2022 -> Molnar 2022"),
                Arguments.of("(Khan et al, 2023) is so.", "citation-style: Khan et al, 2023 -> Khan et al., 2023"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_gives_its_finding_and_no_other(String text, String finding) {
        assertThat(found(text)).containsExactly(finding);
    }

    @Test
    void an_abbreviation_that_the_text_explains_is_its_organisation() {
        var text = "The United Nations Children’s Fund (UNICEF) counts. Later (UNICEF, 2020) it counted again.";

        assertThat(Texts.findings(text, "United Nations Children’s Fund. (2020). A count of all. New York."))
                .isEmpty();
    }

    @Test
    void a_citation_takes_the_year_that_its_reference_has_nearest() {
        var findings = Texts.findings(
                "So (Clary, 2010) and (Clary, 2015) and (Clary, 2016).",
                "Clary, C. (2010). One thing. Notes.",
                "Clary, C. (2015). Another thing. Notes.");

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.REFERENCE_YEAR_DIFFERS);
            assertThat(finding.suggestion()).isEqualTo("Clary, 2015");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "De De De De De De De De ", "(", "((((((((((", "(Khan, 2021", ") (Khan, 2021) ", "Khan and Khan and ",
                        "2021, ", "Khan et al. ",
                "[Khan, 2021; ", "        ", "https://", "K. H. A. N. ", "of the of the ", "“‘“‘",
                        "Khan’s small work (", "and 2021 & ",
            })
    @Timeout(120)
    void no_repetition_makes_the_work_explode(String piece) {
        var text = piece.repeat(200_000 / piece.length()) + " (Khan, 2021) #";

        assertThat(found(text)).isNotNull();
        assertThat(Texts.findings("Nothing.", text)).isNotNull();
    }

    @Test
    @Timeout(120)
    void thousands_of_citations_and_references_are_bearable() {
        var random = new java.util.Random(3);
        var references = new ArrayList<String>();
        var text = new StringBuilder();
        for (var i = 0; i < 500; i++) {
            references.add("%s, A. (%d). Thing number %d here. Notes.".formatted(word(random), 1900 + i % 100, i));
        }
        for (var i = 0; i < 2_000; i++) {
            text.append("So it is (%s, %d). ".formatted(word(random), 1900 + i % 100));
        }

        var report = new CheckingCitations().check(Texts.of(List.of(text.toString()), references));

        assertThat(report.citations()).isEqualTo(2_000);
    }

    private static String word(java.util.Random random) {
        return "B"
                + random.ints(7, 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }

    @Test
    void one_place_is_one_finding() {
        assertThat(found("Once (Khan, 2021).", "Twice (Khan, 2021).", "Thrice (Clary, 2022; Khan, 2021)."))
                .hasSize(3);
    }

    @Test
    void a_finding_says_where_it_is() {
        var finding = new CheckingCitations()
                .check(Texts.of(
                        List.of("All is well.", "He may come back, people say (Carry, 2022), and soon."), REFERENCES))
                .findings()
                .get(0);

        assertThat(finding.section()).isEqualTo("Findings");
        assertThat(finding.paragraph()).isEqualTo(2);
        assertThat(finding.text()).isEqualTo("He may come back, people say (Carry, 2022), and soon.");
        assertThat(finding.reference()).startsWith("Clary, C. (2022).");
        assertThat(finding.message())
                .isEqualTo("“Carry, 2022” has no entry in the reference list. Did you mean “Clary, 2022”?");
    }

    @Test
    void an_ambiguous_citation_is_told_apart_by_initials() {
        var finding = new CheckingCitations()
                .check(Texts.of(List.of("So (Khan, 2021)."), REFERENCES))
                .findings()
                .get(0);

        assertThat(finding.message()).contains("“F. H. Khan, 2021” or “S. Khan, 2021”");
        assertThat(finding.reference().split("\n")).hasSize(2);
    }

    @Test
    void two_works_of_the_same_author_and_year_want_letters() {
        var findings = Texts.findings(
                "So (Lewis, 2017).", "Lewis, P. (2017). One. Notes, 1.", "Lewis, P. (2017). Two. Notes, 2.");

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.CITATION_AMBIGUOUS);
            assertThat(finding.message()).contains("2017a").contains("2017b");
        });
    }

    @Test
    void counts_citations_and_references() {
        var report = new CheckingCitations()
                .check(Texts.of(
                        List.of("(Ali et al., 2023; Munshi, 2022). Clary (2022) says (2010-2020)."), REFERENCES));

        assertThat(report.citations()).isEqualTo(3);
        assertThat(report.references()).isEqualTo(REFERENCES.size());
    }

    private static final String CLARY =
            "Clary, C. (2022). Relations and their constraints. Asian Notes, 62(5-6), 838-865.";
    private static final String KHAN_F = "Khan, F. H. (2021). Strategic relations. Journal of Affairs, 1, 42-64.";
    private static final String KHAN_S = "Khan, S. (2021). A call with the president. Daily News.";

    private static List<String> warnings(String text, String... references) {
        return Texts.findings(text, references).stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .map(finding -> finding.code().id() + " " + finding.paragraph())
                .toList();
    }

    @Test
    void a_reference_nobody_cites_is_found() {
        assertThat(warnings("So (Khan, 2021).", KHAN_F, CLARY)).containsExactly("reference-never-cited 2");
        assertThat(warnings("Nothing is cited.", KHAN_F, CLARY))
                .containsExactly("reference-never-cited 1", "reference-never-cited 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(Khan, 2021) and (Carry, 2022)",
                "(Khan, 2021) and (Clary et al., 2022)",
                "(Khan, 2021) and (Clary, 2021)",
                "Source: Clary, 2022. (Khan, 2021)",
                "(Khan, 2021) [see Clary (2022) for more]",
            })
    void a_reference_whose_citation_is_mistaken_or_ambiguous_is_cited_all_the_same(String text) {
        assertThat(warnings(text, KHAN_F, KHAN_S, CLARY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Clary, C. (2022). Relations and their constraints. Asian Notes, 62(5-6), 838-865.",
                "Clary, C. (2022). Relations and Their Constraints. In Asian Notes.",
                "Clary C (2022a) “Relations and their constraints”. Asian Notes.",
            })
    void a_reference_listed_twice_is_found(String again) {
        assertThat(warnings("So (Clary, 2022).", CLARY, again)).containsExactly("reference-duplicated 2");
        assertThat(Texts.findings("So (Clary, 2022).", CLARY, again)).hasSize(1);
    }

    @Test
    void two_entries_with_one_doi_are_one_work() {
        assertThat(warnings(
                        "So (Clary, 2022) and (Clery, 2022).",
                        CLARY + " https://doi.org/10.5555/AN.1",
                        "Clery, C. (2022). Relations. Notes. doi:10.5555/an.1"))
                .containsExactly("reference-duplicated 2");
    }

    @Test
    void citations_in_abstract_notes_lists_tables_and_captions_count() {
        var references = ParsingReferences.parse(List.of(
                Texts.words("Abel, A. (2001). One. Notes."),
                Texts.words("Bell, B. (2002). Two. Notes."),
                Texts.words("Cobb, C. (2003). Three. Notes."),
                Texts.words("Dunn, D. (2004). Four. Notes."),
                Texts.words("Eade, E. (2005). Five. Notes.")));
        var note = new Inline.Footnote(List.of(new Block.Paragraph(Texts.words("See Bell, 2002, p. 5."))));
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(List.of(new Inline.Text("A claim."), note)));
        blocks.add(new Block.ListBlock(false, List.of(List.of(Texts.paragraph("A point (Cobb, 2003)")))));
        blocks.add(new Block.Table(
                Texts.words("Table 1. Source: Dunn (2004)"),
                0,
                List.of(new Block.Row(List.of(new Block.Cell(List.of(Texts.paragraph("Eade, 2005")), 1, 1))))));
        var text = new StructuredText(
                new FrontMatter(
                        java.util.Optional.empty(),
                        List.of(Texts.paragraph("As said (Abel, 2001).")),
                        List.of(),
                        List.of(),
                        List.of()),
                List.of(new Section(Texts.words("Body"), 1, blocks)),
                references);

        assertThat(new CheckingCitations().check(text).findings()).isEmpty();
        assertThat(new CheckingCitations().check(text).citations()).isEqualTo(5);
    }

    @Test
    void numbered_citations_are_held_against_the_lists_length() {
        var findings = Texts.findings(
                "One [1], some [2-3], and none [5].",
                "Abel A. One. 2001.",
                "Bell B. Two. 2002.",
                "Cobb C. Three. 2003.");

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.CITATION_WITHOUT_REFERENCE);
            assertThat(finding.citation()).isEqualTo("[5]");
        });
    }
}

package org.imprimatur.publication.verification;

import java.util.ArrayList;
import java.util.List;

/** Reads the deposit of an article (crossref5.3.1.xsd) as the agency does. */
final class DepositReader {

    private static final String JOURNAL = "/doi_batch/body/journal/";
    private static final String ARTICLE = JOURNAL + "journal_article/";
    private static final String PEOPLE = ARTICLE + "contributors/person_name";

    private DepositReader() {}

    static Reading read(String deposit) throws Unreadable {
        Xml xml = Xml.parse(deposit);
        String accepted = ARTICLE + "acceptance_date/";
        return new Reading("Crossref deposit")
                .says(Fact.TITLE, xml.one(ARTICLE + "titles/title"))
                .says(Fact.CONTRIBUTORS, contributors(xml))
                .says(Fact.AFFILIATIONS_OF_EACH, xml.all(PEOPLE + "/affiliations/institution/institution_name"))
                .says(
                        Fact.ORCID_IDS,
                        xml.all(PEOPLE + "/ORCID").stream()
                                .map(link -> link.replace("https://orcid.org/", ""))
                                .toList())
                .says(
                        Fact.AUTHENTICATED_ORCID_IDS,
                        xml.all(PEOPLE + "/ORCID[@authenticated='true']").stream()
                                .map(link -> link.replace("https://orcid.org/", ""))
                                .toList())
                .says(
                        Fact.ABSTRACT,
                        String.join(" ", xml.all(ARTICLE + "*[local-name()='abstract' or name()='jats:abstract']/*")))
                .says(Fact.JOURNAL, xml.one(JOURNAL + "journal_metadata/full_title"))
                .says(Fact.ABBREVIATION, xml.one(JOURNAL + "journal_metadata/abbrev_title"))
                .says(Fact.ISSNS, xml.all(JOURNAL + "journal_metadata/issn"))
                .says(Fact.VOLUME, xml.one(JOURNAL + "journal_issue/journal_volume/volume"))
                .says(Fact.ISSUE, xml.one(JOURNAL + "journal_issue/issue"))
                .says("date of the issue", Fact.DATE, date(xml, JOURNAL + "journal_issue/publication_date/"))
                .says("date of the article", Fact.DATE, date(xml, ARTICLE + "publication_date/"))
                .says(Fact.FIRST_PAGE, xml.one(ARTICLE + "pages/first_page"))
                .says(Fact.LAST_PAGE, xml.one(ARTICLE + "pages/last_page"))
                .says(Fact.DOI, xml.one(ARTICLE + "doi_data/doi"))
                .says(Fact.LANDING_PAGE, xml.one(ARTICLE + "doi_data/resource"))
                .says(Fact.PDF, xml.one(ARTICLE + "doi_data/collection/item/resource[@mime_type='application/pdf']"))
                .says(Fact.ARTICLE_NUMBER, xml.one(ARTICLE + "publisher_item/item_number"))
                .says(
                        Fact.ACCEPTED,
                        xml.one(accepted + "year") + "-" + xml.one(accepted + "month") + "-"
                                + xml.one(accepted + "day"))
                .says(Fact.LICENCE, xml.one(ARTICLE + "*[name()='ai:program']/*[name()='ai:license_ref']"))
                .says(
                        Fact.REFERENCE_COUNT,
                        String.valueOf(
                                xml.all(ARTICLE + "citation_list/citation").size()));
    }

    private static List<String> contributors(Xml xml) {
        List<String> names = new ArrayList<>();
        int count = xml.all(PEOPLE).size();
        for (int at = 1; at <= count; at++) {
            String given = xml.one(PEOPLE + "[" + at + "]/given_name");
            names.add(xml.one(PEOPLE + "[" + at + "]/surname") + (given.isEmpty() ? "" : ", " + given));
        }
        return names;
    }

    // from 21 on it is a season, which stands for no month (crossref5.3.1.xsd, "month")
    private static String date(Xml xml, String path) {
        String month = xml.one(path + "month");
        boolean named = !month.isEmpty() && !month.startsWith("2") && !month.startsWith("3");
        return xml.one(path + "year") + (named ? "-" + month : "");
    }
}

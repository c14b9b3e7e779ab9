package org.imprimatur.publication.verification;

import java.util.ArrayList;
import java.util.List;

/** Reads JATS Journal Publishing 1.3. */
final class JatsReader {

    private static final String META = "/article/front/article-meta/";
    private static final String JOURNAL = "/article/front/journal-meta/";

    private JatsReader() {}

    static Reading read(String jats) throws Unreadable {
        Xml xml = Xml.parse(jats);
        return new Reading("JATS")
                .says(Fact.TITLE, xml.one(META + "title-group/article-title"))
                .says(Fact.CONTRIBUTORS, contributors(xml))
                .says(Fact.AFFILIATIONS, xml.all(META + "aff//institution"))
                .says(
                        Fact.ORCID_IDS,
                        xml.all(META + "contrib-group/contrib/contrib-id[@contrib-id-type='orcid']").stream()
                                .map(link -> link.replace("https://orcid.org/", ""))
                                .toList())
                .says(
                        Fact.AUTHENTICATED_ORCID_IDS,
                        xml
                                .all(META + "contrib-group/contrib/contrib-id[@contrib-id-type='orcid']"
                                        + "[@authenticated='true']")
                                .stream()
                                .map(link -> link.replace("https://orcid.org/", ""))
                                .toList())
                .says(Fact.EMAIL, xml.one(META + "author-notes/corresp/email"))
                .says(
                        Fact.CORRESPONDING,
                        (xml.one(META + "contrib-group/contrib[@corresp='yes']/name/given-names") + " "
                                        + xml.one(META + "contrib-group/contrib[@corresp='yes']/name/surname"))
                                .strip())
                .says(Fact.ABSTRACT, String.join(" ", xml.all(META + "abstract/p")))
                .says(Fact.KEYWORDS, xml.all(META + "kwd-group/kwd"))
                .says(Fact.JOURNAL, xml.one(JOURNAL + "journal-title-group/journal-title"))
                .says(Fact.ABBREVIATION, xml.one(JOURNAL + "journal-title-group/abbrev-journal-title"))
                .says(Fact.ISSNS, xml.all(JOURNAL + "issn"))
                .says(Fact.PUBLISHER, xml.one(JOURNAL + "publisher/publisher-name"))
                .says(Fact.VOLUME, xml.one(META + "volume"))
                .says(Fact.ISSUE, xml.one(META + "issue"))
                .says(Fact.DATE, date(xml))
                .says(Fact.SEASON, xml.one(META + "pub-date/season"))
                .says(Fact.FIRST_PAGE, xml.one(META + "fpage"))
                .says(Fact.LAST_PAGE, xml.one(META + "lpage"))
                .says(Fact.PAGE_COUNT, xml.one(META + "counts/page-count/@count"))
                .says(Fact.DOI, xml.one(META + "article-id[@pub-id-type='doi']"))
                .says(Fact.ISSUE_DOI, xml.one(META + "issue-id[@pub-id-type='doi']"))
                .says(Fact.VOLUME_DOI, xml.one(META + "volume-id[@pub-id-type='doi']"))
                .says(Fact.ARTICLE_NUMBER, xml.one(META + "article-id[@pub-id-type='publisher-id']"))
                .says(Fact.MANUSCRIPT_NUMBER, xml.one(META + "article-id[@pub-id-type='manuscript']"))
                .says(Fact.SECTION, xml.one(META + "article-categories/subj-group/subject"))
                .says(Fact.ARTICLE_TYPE, xml.one("/article/@article-type"))
                .says(Fact.RECEIVED, day(xml, "received"))
                .says(Fact.REVISED, day(xml, "rev-recd"))
                .says(Fact.ACCEPTED, day(xml, "accepted"))
                .says(
                        Fact.LICENCE,
                        xml.one(META + "permissions/license/@*[local-name()='href' or name()='xlink:href']"))
                .says(Fact.LANGUAGE, xml.one("/article/@*[name()='xml:lang']"))
                .says(
                        Fact.LANDING_PAGE,
                        xml.one(META + "self-uri[@content-type='landing-page']/@*[name()='xlink:href']"))
                .says(Fact.PDF, xml.one(META + "self-uri[@content-type='pdf']/@*[name()='xlink:href']"))
                .says(
                        Fact.REFERENCE_COUNT,
                        String.valueOf(xml.all("/article/back/ref-list/ref").size()));
    }

    private static List<String> contributors(Xml xml) {
        List<String> names = new ArrayList<>();
        int count = xml.all(META + "contrib-group/contrib").size();
        for (int at = 1; at <= count; at++) {
            String name = META + "contrib-group/contrib[" + at + "]/name/";
            String given = xml.one(name + "given-names");
            names.add(xml.one(name + "surname") + (given.isEmpty() ? "" : ", " + given));
        }
        return names;
    }

    private static String date(Xml xml) {
        String date = META + "pub-date[@date-type='pub']/";
        String month = xml.one(date + "month");
        return xml.one(date + "year") + (month.isEmpty() ? "" : "-" + month);
    }

    private static String day(Xml xml, String type) {
        String date = META + "history/date[@date-type='" + type + "']/";
        return xml.all(date + "year").isEmpty()
                ? ""
                : xml.one(date + "year") + "-" + xml.one(date + "month") + "-" + xml.one(date + "day");
    }
}

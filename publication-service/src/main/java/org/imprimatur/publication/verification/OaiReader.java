package org.imprimatur.publication.verification;

import java.util.List;

/** Reads {@code oai_dc}. */
final class OaiReader {

    private OaiReader() {}

    static Reading read(String oaiDc) throws Unreadable {
        Xml xml = Xml.parse(oaiDc);
        List<String> identifiers = all(xml, "identifier");
        List<String> sources = all(xml, "source");
        String[] source = (sources.isEmpty() ? "" : sources.get(0)).split("; ");
        return new Reading("OAI-PMH")
                .says(Fact.TITLE, String.join("", all(xml, "title")))
                .says(Fact.CONTRIBUTORS, all(xml, "creator"))
                .says(Fact.KEYWORDS, all(xml, "subject"))
                .says(Fact.ABSTRACT, String.join("", all(xml, "description")))
                .says(Fact.PUBLISHER, all(xml, "publisher"))
                .says(Fact.DATE, all(xml, "date"))
                .says(Fact.DOI_LINK, identifiers.stream().limit(1).toList())
                .says(Fact.LANDING_PAGE, identifiers.stream().skip(1).toList())
                .says(Fact.JOURNAL, source[0])
                .says(Fact.ISSUE_LINE, source.length > 1 ? source[1] : "")
                .says(Fact.PAGES, source.length > 2 ? source[2] : "")
                .says(Fact.ISSNS, sources.stream().skip(1).toList())
                .says(Fact.LANGUAGE, all(xml, "language"))
                .says(Fact.PDF, all(xml, "relation"))
                .says(Fact.LICENCE, all(xml, "rights"));
    }

    private static List<String> all(Xml xml, String element) {
        return xml.all("/*/*[name()='dc:" + element + "']");
    }
}

package org.imprimatur.sandbox.agency;

/** Deposit files, valid against schema 5.3.1 unless a test changes them. */
final class Deposits {

    static final String TITLE = "Journal of Invented Results";
    static final String ISSN = "2049-3630";

    private Deposits() {}

    static String article(String doi, String timestamp) {
        return article(
                doi,
                timestamp,
                "A result nobody had expected",
                "<pages><first_page>27</first_page>" + "<last_page>36</last_page></pages>");
    }

    static String article(String doi, String timestamp, String title, String pages) {
        return file("batch-of-" + timestamp, timestamp, journal(TITLE, ISSN, record(doi, title, pages)));
    }

    static String file(String batchId, String timestamp, String body) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <doi_batch xmlns="http://www.crossref.org/schema/5.3.1" version="5.3.1">
                <head>
                <doi_batch_id>%s</doi_batch_id>
                <timestamp>%s</timestamp>
                <depositor><depositor_name>A Depositor</depositor_name>
                <email_address>deposits@example.org</email_address></depositor>
                <registrant>A Registrant</registrant>
                </head>
                <body>%s</body>
                </doi_batch>
                """.formatted(batchId, timestamp, body);
    }

    static String journal(String title, String issn, String records) {
        return """
                <journal>
                <journal_metadata language="en"><full_title>%s</full_title>
                <issn media_type="electronic">%s</issn></journal_metadata>
                <journal_issue><publication_date media_type="online"><month>06</month><year>2024</year>
                </publication_date><journal_volume><volume>9</volume></journal_volume><issue>2</issue></journal_issue>
                %s
                </journal>
                """.formatted(title, issn, records);
    }

    static String record(String doi, String title, String pages) {
        return record(doi, title, pages, "https://orcid.org/0000-0002-1825-0097");
    }

    static String record(String doi, String title, String pages, String orcid) {
        return """
                <journal_article publication_type="full_text">
                <titles><title>%s</title></titles>
                <contributors><person_name sequence="first" contributor_role="author">
                <given_name>Ada</given_name><surname>Invented</surname><ORCID>%s</ORCID></person_name></contributors>
                <publication_date media_type="online"><month>06</month><year>2024</year></publication_date>
                %s
                <doi_data><doi>%s</doi><resource>https://journal.example.org/articles/3</resource></doi_data>
                </journal_article>
                """.formatted(title, orcid, pages, doi);
    }
}

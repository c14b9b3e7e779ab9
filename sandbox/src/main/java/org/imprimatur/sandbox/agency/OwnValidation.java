package org.imprimatur.sandbox.agency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The deposit schema's most important rules (5.3.1: head, doi_data, journal_metadata, journal_issue, journal_article),
 * for where the schemas themselves are not at hand. Like them it doesn't compare a first page with a last.
 */
final class OwnValidation implements Validation {

    static final Pattern DOI = Pattern.compile("10\\.[0-9]{4,9}/.{1,200}");
    private static final Pattern RESOURCE = Pattern.compile("(?i)(https?|ftp)://.{1,2040}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    /** Beside months, 21 to 24 are seasons and 31 to 34 quarters. */
    private static final Pattern MONTH = Pattern.compile("0[1-9]|1[0-2]|2[1-4]|3[1-4]");

    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,19}");
    private static final Pattern NAMESPACE = Pattern.compile("http://www\\.crossref\\.org/schema/\\d+\\.\\d+\\.\\d+");

    @Override
    public List<String> problems(Document file, byte[] content) {
        var found = new ArrayList<String>();
        var batch = file.getDocumentElement();
        var namespace = Optional.ofNullable(batch.getNamespaceURI()).orElse("");
        if (!"doi_batch".equals(batch.getLocalName())
                || !NAMESPACE.matcher(namespace).matches())
            return List.of("Error: 'doi_batch' in a namespace of the deposit schema is expected");

        Xml.at(batch, "head").ifPresentOrElse(head -> head(head, found), () -> missing(batch, "head", found));
        var works = Xml.at(batch, "body").map(Element::getChildNodes);
        if (works.isEmpty() || Xml.descendants(batch, "doi_data").findAny().isEmpty())
            found.add("Error: The content of element 'body' is not complete. One 'doi_data' is expected");
        Xml.descendants(batch, "doi_data").forEach(data -> doiData(data, found));
        Xml.descendants(batch, "journal_metadata").forEach(it -> need(it, found, "full_title"));
        Xml.descendants(batch, "journal_issue").forEach(it -> need(it, found, "publication_date", "year"));
        Xml.descendants(batch, "journal_article").forEach(article -> {
            need(article, found, "titles", "title");
            need(article, found, "publication_date", "year");
            need(article, found, "doi_data");
        });
        Xml.descendants(batch, "publication_date").forEach(date -> date(date, found));
        Xml.descendants(batch, "pages").forEach(pages -> need(pages, found, "first_page"));
        return List.copyOf(found);
    }

    private static void head(Element head, List<String> found) {
        length(head, 4, 100, found, "doi_batch_id");
        need(head, found, "timestamp");
        Xml.text(head, "timestamp").ifPresent(value -> timestamp(value, found));
        length(head, 1, 130, found, "depositor", "depositor_name");
        length(head, 6, 200, found, "depositor", "email_address");
        length(head, 1, 255, found, "registrant");
    }

    private static void doiData(Element data, List<String> found) {
        need(data, found, "doi");
        need(data, found, "resource");
        Xml.text(data, "resource")
                .filter(it -> !RESOURCE.matcher(it).matches())
                .ifPresent(it -> invalid("resource", it, found));
        Xml.text(data, "doi")
                .filter(doi -> !DOI.matcher(doi).matches())
                .ifPresent(doi -> found.add(
                        "Error: Value '" + doi + "' is not facet-valid with respect to pattern '" + DOI + "'"));
        Xml.text(data, "timestamp").ifPresent(value -> timestamp(value, found));
    }

    private static void date(Element date, List<String> found) {
        Xml.text(date, "year").filter(it -> !YEAR.matcher(it).matches()).ifPresent(it -> invalid("year", it, found));
        Xml.text(date, "month").filter(it -> !MONTH.matcher(it).matches()).ifPresent(it -> invalid("month", it, found));
    }

    private static void invalid(String element, String value, List<String> found) {
        found.add("Error: The value '" + value + "' of element '" + element + "' is not valid");
    }

    private static void timestamp(String value, List<String> found) {
        if (!TIMESTAMP.matcher(value).matches()) invalid("timestamp", value, found);
    }

    private static void length(Element parent, int least, int most, List<String> found, String... path) {
        var text = Xml.text(parent, path);
        if (text.isEmpty()) need(parent, found, path);
        else if (text.get().length() < least || text.get().length() > most)
            found.add("Error: The value of element '" + path[path.length - 1] + "' must have " + least + " to " + most
                    + " characters");
    }

    /** Names the innermost element there is and what it lacks. */
    private static void need(Element parent, List<String> found, String... path) {
        if (Xml.text(parent, path).isPresent()) return;
        var here = parent;
        for (var name : path) {
            var next = Xml.at(here, name);
            if (next.isEmpty() || next.get().getLocalName().equals(path[path.length - 1])) {
                missing(here, name, found);
                return;
            }
            here = next.get();
        }
    }

    private static void missing(Element parent, String name, List<String> found) {
        found.add("Error: The content of element '" + parent.getLocalName() + "' is not complete. '" + name
                + "' is expected");
    }
}

package org.imprimatur.sandbox.agency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.sandbox.agency.Deposit.Entry;
import org.imprimatur.sandbox.agency.Deposit.Group;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads a deposit file of schema 4.4.2 to 5.4.0: every element with a {@code doi_data} of its own is a record. */
final class DepositReader {

    /** What reading came to. */
    sealed interface Reading {
        /** The batch's id, where the file got far enough to have one. */
        Optional<String> batchId();
    }

    record Read(Deposit deposit) implements Reading {
        @Override
        public Optional<String> batchId() {
            return Optional.of(deposit.batchId());
        }
    }

    /** The file as a whole is refused. */
    record Refused(Optional<String> batchId, Outcome outcome) implements Reading {}

    private final Validation validation;

    DepositReader(Validation validation) {
        this.validation = validation;
    }

    Reading read(byte[] content, long submission) {
        Document file;
        try {
            file = Xml.parse(content);
        } catch (SAXException e) {
            var line = e instanceof SAXParseException at ? " on line " + at.getLineNumber() : "";
            return new Refused(
                    Optional.empty(),
                    Outcome.failure(
                            29,
                            "",
                            "Deposited XML is not well-formed or does not validate: Error" + line + ": "
                                    + e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var batch = file.getDocumentElement();
        var problems = validation.problems(file, content);
        if (!problems.isEmpty())
            return new Refused(
                    Xml.text(batch, "head", "doi_batch_id"), Outcome.failure("", String.join("\n", problems)));
        var timestamp = Xml.text(batch, "head", "timestamp").orElseThrow();
        var groups = Xml.at(batch, "body").stream()
                .flatMap(body -> Xml.descendants(body, "doi_data").map(data -> work(body, data)))
                .distinct()
                .map(work -> group(work, timestamp, submission))
                .toList();
        var deposit = new Deposit(Xml.text(batch, "head", "doi_batch_id").orElseThrow(), groups);
        return deposit.entries().isEmpty()
                ? new Refused(Optional.of(deposit.batchId()), Outcome.failure("", "There is no DOI in the file"))
                : new Read(deposit);
    }

    /** The child of the body it stands in. */
    private static Element work(Element body, Element data) {
        var here = data;
        while (here.getParentNode() != body) here = (Element) here.getParentNode();
        return here;
    }

    private static Group group(Element work, String timestamp, long submission) {
        var journal = Xml.at(work, "journal_metadata");
        var issns = journal.stream()
                .flatMap(it -> Xml.children(it, "issn").stream())
                .map(Xml::text)
                .map(issn -> issn.replaceFirst("^(\\d{4})(\\w{4})$", "$1-$2"))
                .toList();
        var title = journal.flatMap(it -> Xml.text(it, "full_title"));
        var entries = Xml.descendants(work, "doi_data")
                .filter(data -> Xml.at(data, "doi").isPresent())
                .map(data -> entry(work, data, title, issns, timestamp, submission))
                .toList();
        return new Group(title, issns, entries);
    }

    private static Entry entry(
            Element work, Element data, Optional<String> journal, List<String> issns, String timestamp, long by) {
        var thing = (Element) data.getParentNode();
        var kind = thing.getLocalName();
        var issue = Xml.at(work, "journal_issue");
        var inIssue = !kind.equals("journal_metadata");
        var title = kind.equals("journal_metadata") ? journal : Xml.text(thing, "titles", "title");
        var date = Stream.of(Optional.of(thing), issue.filter(it -> inIssue))
                .flatMap(Optional::stream)
                .flatMap(it -> Xml.children(it, "publication_date").stream())
                .findFirst();
        var record = new RegisteredDoi(
                Xml.text(data, "doi").orElseThrow(),
                kind,
                title,
                journal,
                issns,
                issue.filter(it -> inIssue).flatMap(it -> Xml.text(it, "journal_volume", "volume")),
                issue.filter(it -> inIssue && !kind.equals("journal_volume")).flatMap(it -> Xml.text(it, "issue")),
                Xml.text(thing, "pages", "first_page"),
                Xml.text(thing, "pages", "last_page"),
                Xml.text(thing, "pages", "other_pages"),
                Xml.at(thing, "publisher_item").stream()
                        .flatMap(item -> Xml.children(item, "item_number").stream())
                        .filter(number ->
                                number.getAttribute("item_number_type").equals("article_number"))
                        .map(Xml::text)
                        .findFirst(),
                date.flatMap(it -> Xml.text(it, "year")),
                date.flatMap(it -> Xml.text(it, "month")),
                contributors(thing),
                new BigInteger(Xml.text(data, "timestamp").orElse(timestamp)),
                Xml.text(data, "resource").orElse(""),
                by);
        return new Entry(
                record,
                Xml.at(thing, "contributors").stream()
                        .flatMap(it -> Xml.descendants(it, "ORCID"))
                        .map(Xml::text)
                        .toList());
    }

    private static List<String> contributors(Element thing) {
        var names = new ArrayList<String>();
        Xml.at(thing, "contributors").ifPresent(them -> {
            for (var one : Xml.children(them, "person_name", "organization"))
                names.add(
                        one.getLocalName().equals("organization")
                                ? Xml.text(one)
                                : (Xml.text(one, "given_name").orElse("") + " "
                                                + Xml.text(one, "surname").orElse(""))
                                        .strip());
        });
        return names;
    }
}

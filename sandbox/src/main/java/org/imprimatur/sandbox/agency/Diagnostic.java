package org.imprimatur.sandbox.agency;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.imprimatur.sandbox.agency.Outcome.Status;
import org.imprimatur.sandbox.agency.Submission.State;

/** Writes the {@code doi_batch_diagnostic} that answers a question for a result. */
final class Diagnostic {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private Diagnostic() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    static String unknown() {
        try {
            var it = new Diagnostic();
            it.open("unknown_submission");
            return it.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(Submission submission) {
        try {
            var it = new Diagnostic();
            it.open(submission.state().word);
            it.element("", "submission_id", submission.id());
            it.element("", "batch_id", submission.batchId().orElse(""));
            if (submission.state() == State.COMPLETED) it.records(submission);
            return it.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void open(String status) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("doi_batch_diagnostic");
        xml.writeAttribute("status", status);
        xml.writeAttribute("sp", "sandbox");
    }

    private String close() throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.writeCharacters("\n");
        xml.close();
        return text.toString();
    }

    private void records(Submission submission) throws XMLStreamException {
        for (var outcome : submission.outcomes()) {
            xml.writeCharacters("\n  ");
            xml.writeStartElement("record_diagnostic");
            xml.writeAttribute("status", outcome.status().name());
            if (outcome.messageId().isPresent())
                xml.writeAttribute("msg_id", outcome.messageId().get());
            element("  ", "doi", outcome.doi());
            element("  ", "msg", outcome.message());
            xml.writeCharacters("\n  ");
            xml.writeEndElement();
        }
        xml.writeCharacters("\n  ");
        xml.writeStartElement("batch_data");
        element("  ", "record_count", submission.outcomes().size());
        element("  ", "success_count", submission.count(Status.Success));
        element("  ", "warning_count", submission.count(Status.Warning));
        element("  ", "failure_count", submission.count(Status.Failure));
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void element(String deeper, String name, Object value) throws XMLStreamException {
        xml.writeCharacters("\n  " + deeper);
        xml.writeStartElement(name);
        xml.writeCharacters(printable(String.valueOf(value)));
        xml.writeEndElement();
    }

    /** A refusal may quote characters that XML 1.0 can't carry. */
    private static String printable(String value) {
        return value.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}

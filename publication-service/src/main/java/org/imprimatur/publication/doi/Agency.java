package org.imprimatur.publication.doi;

import java.util.List;
import org.imprimatur.publication.bibliographic.Doi;

/** A DOI agency that takes deposits and answers later. No method throws for what the agency or the net does. */
public interface Agency {

    /** Hands a file in. The same file name twice is a fault of ours. */
    Sending send(String fileName, byte[] xml);

    /** Asks what became of a file. */
    Polling poll(String fileName);

    /** Asks what it holds under a DOI. */
    Holding holding(Doi doi);

    sealed interface Sending {}

    /** The agency took it; what it thinks of it is to be asked for. */
    record Received() implements Sending {}

    /** The agency wants no file of ours: wrong credentials, a wrong address. */
    record NotTaken(String reason) implements Sending {}

    sealed interface Polling {}

    /** The agency knows no such file. */
    record Unknown() implements Polling {}

    /** It is in the queue or in work. */
    record Pending() implements Polling {}

    /**
     * The agency is through with it.
     *
     * @param diagnostic the answer as received
     */
    record Completed(byte[] diagnostic, List<Diagnosis> records) implements Polling {
        public Completed {
            records = List.copyOf(records);
        }
    }

    sealed interface Holding {}

    /**
     * The agency holds the DOI.
     *
     * @param page where it leads
     * @param title "" where the agency says none
     * @param pages "27-36", or "" where the agency says none
     */
    record Held(String page, String title, String pages) implements Holding {}

    record NotHeld() implements Holding {}

    /** Nothing is to be had now; asking again later helps. */
    record Away(String reason) implements Sending, Polling, Holding {}

    /**
     * What the agency says of one record.
     *
     * @param messageId the agency's number of the message, or ""
     * @param doi as the agency writes it; not always a DOI
     */
    record Diagnosis(Status status, String messageId, String doi, String message) {}

    enum Status {
        SUCCESS,
        WARNING,
        FAILURE
    }
}

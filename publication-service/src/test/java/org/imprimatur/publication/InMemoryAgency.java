package org.imprimatur.publication;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.doi.Agency;
import org.imprimatur.publication.doi.LandingPages;

/** An agency in memory that keeps Crossref's timestamp rule, and the landing pages it would look at. */
public final class InMemoryAgency implements Agency, LandingPages {
    private static final Pattern DOI = Pattern.compile("<doi>([^<]+)</doi>");
    private static final Pattern TIMESTAMP = Pattern.compile("<timestamp>([0-9]+)</timestamp>");
    private final Map<String, Completed> answers = new LinkedHashMap<>();
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    private final Deque<Object> next = new ArrayDeque<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private String landingProblem;
    private int received;

    /** The next so many calls find it away. */
    public synchronized void away(int calls) {
        for (int i = 0; i < calls; i++) {
            next.add(new Away("503 Service Unavailable"));
        }
    }

    /** The next polls find the file still in work. */
    public synchronized void pending(int polls) {
        for (int i = 0; i < polls; i++) {
            next.add(new Pending());
        }
    }

    /** Refuses the next record of this DOI with such a message. */
    public void refuse(String doi, String message) {
        refusals.put(doi, message);
    }

    /** As if another system had registered the DOI with such a timestamp before. */
    public void holds(String doi, long timestamp) {
        versions.put(doi, timestamp);
    }

    public boolean holds(String doi) {
        return versions.containsKey(doi);
    }

    public void landingPagesAnswer(boolean answer) {
        landingProblem = answer ? null : "404";
    }

    /** How many files came in all. */
    public synchronized int received() {
        return received;
    }

    @Override
    public synchronized Sending send(String fileName, byte[] xml) {
        if (next.peek() instanceof Away away) {
            next.remove();
            return away;
        }
        if (answers.containsKey(fileName)) {
            throw new AssertionError("The file " + fileName + " came twice");
        }
        received++;
        answers.put(fileName, process(new String(xml, StandardCharsets.UTF_8)));
        return new Received();
    }

    private Completed process(String xml) {
        Matcher doiElement = DOI.matcher(xml);
        Matcher timestampElement = TIMESTAMP.matcher(xml);
        if (!doiElement.find() || !timestampElement.find()) {
            throw new AssertionError("No deposit: " + xml);
        }
        String doi = doiElement.group(1);
        long timestamp = Long.parseLong(timestampElement.group(1));
        String refusal = refusals.remove(doi);
        Diagnosis diagnosis;
        if (refusal != null) {
            diagnosis = new Diagnosis(Status.FAILURE, "22", "all doi's under the current journal element", refusal);
        } else if (versions.getOrDefault(doi, 0L) >= timestamp) {
            diagnosis = new Diagnosis(
                    Status.FAILURE,
                    "4",
                    doi,
                    "Record not processed because submitted version: " + timestamp
                            + " is less or equal to previously submitted version (DOI match)");
        } else {
            diagnosis = new Diagnosis(
                    Status.SUCCESS, "", doi, versions.containsKey(doi) ? "Successfully updated" : "Successfully added");
            versions.put(doi, timestamp);
            String first = found("<first_page>([^<]+)</first_page>", xml);
            held.put(
                    doi,
                    new Held(
                            found("<resource>([^<]+)</resource>", xml),
                            found("<title>([^<]+)</title>", xml),
                            first.isEmpty() ? "" : first + "-" + found("<last_page>([^<]+)</last_page>", xml)));
        }
        return new Completed(
                ("<doi_batch_diagnostic>" + diagnosis + "</doi_batch_diagnostic>").getBytes(StandardCharsets.UTF_8),
                List.of(diagnosis));
    }

    @Override
    public synchronized Polling poll(String fileName) {
        if (next.peek() instanceof Polling polling) {
            next.remove();
            return polling;
        }
        Completed answer = answers.get(fileName);
        return answer == null ? new Unknown() : answer;
    }

    private static String found(String pattern, String xml) {
        Matcher matcher = Pattern.compile(pattern).matcher(xml);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** As if somebody had changed what it holds; null for nothing at all. */
    public void holds(Doi doi, Held what) {
        if (what == null) {
            held.remove(doi.value());
        } else {
            held.put(doi.value(), what);
        }
    }

    @Override
    public synchronized Holding holding(Doi doi) {
        if (next.peek() instanceof Away away) {
            next.remove();
            return away;
        }
        return Optional.<Holding>ofNullable(held.get(doi.value())).orElseGet(NotHeld::new);
    }

    @Override
    public Optional<String> problem(URI page) {
        return Optional.ofNullable(landingProblem);
    }
}

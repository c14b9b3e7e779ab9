package org.imprimatur.sandbox.agency;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.imprimatur.sandbox.agency.Outcome.Status;
import org.imprimatur.sandbox.agency.Submission.State;
import org.imprimatur.sandbox.http.Answer;
import org.imprimatur.sandbox.http.Html;
import org.imprimatur.sandbox.http.Page;

/** What a person sees of the agency. Shows no password and lets nothing be changed. */
final class AgencyPages {

    private static final String WARNING = "Sandbox: nothing here is registered at a real agency";

    private final DoiAgency agency;

    AgencyPages(DoiAgency agency) {
        this.agency = agency;
    }

    private static Answer page(int status, String title, Html content) {
        return Page.of(status, "DOI agency (sandbox)", WARNING, title, content);
    }

    Answer nothingHere() {
        return page(404, "Nothing here", Html.of("<p><a href=\"/\">All submissions and DOIs</a></p>"));
    }

    Answer overview() {
        var newestFirst = new ArrayList<>(agency.submissions());
        Collections.reverse(newestFirst);
        return page(
                200,
                "DOI agency",
                Html.of(
                        "<h2>Submissions</h2>{}<h2>Registered DOIs</h2>{}{}",
                        submissions(newestFirst),
                        dois(agency.registered()),
                        faults()));
    }

    private static Html submissions(List<Submission> all) {
        if (all.isEmpty()) return blank("No deposit has come in yet.");
        return Html.of(
                """
                <div class="sheet"><table>
                <thead><tr><th>File</th><th>Received</th><th>State</th><th>Records</th><th>Submission</th></tr></thead>
                <tbody>{}</tbody></table></div>
                """,
                Html.each(
                        all,
                        it -> Html.of(
                                """
                                <tr><td><a href="/submissions/{}">{}</a></td><td data-label="Received">{}</td>
                                <td data-label="State">{}</td><td data-label="Records">{}</td>
                                <td class="num" data-label="Submission">{}</td></tr>
                                """,
                                it.id(),
                                it.fileName(),
                                Page.time(it.received()),
                                state(it),
                                it.state() == State.COMPLETED ? counts(it) : "",
                                it.id())));
    }

    private static Html dois(List<RegisteredDoi> all) {
        if (all.isEmpty()) return blank("No DOI is registered.");
        return Html.of(
                """
                <div class="sheet"><table>
                <thead><tr><th>DOI</th><th>Title</th><th>Pages</th><th>Version</th><th>Resolves to</th></tr></thead>
                <tbody>{}</tbody></table></div>
                """,
                Html.each(
                        all,
                        it -> Html.of(
                                """
                                <tr><td><a href="/works/{}">{}</a></td><td data-label="Title">{}</td>
                                <td class="num" data-label="Pages">{}</td><td class="num" data-label="Version">{}</td>
                                <td data-label="Resolves to">{}</td></tr>
                                """,
                                pathOf(it.doi()),
                                it.doi(),
                                it.title().orElseGet(() -> kind(it)),
                                it.pages().orElse("none"),
                                it.timestamp(),
                                Html.link(it.resource()))));
    }

    private static String kind(RegisteredDoi held) {
        return switch (held.kind()) {
            case "journal_volume" -> "Volume " + held.volume().orElse("");
            case "journal_issue" ->
                "Volume " + held.volume().orElse("") + ", issue " + held.issue().orElse("");
            default -> held.kind().replace('_', ' ');
        };
    }

    private Html faults() {
        var counts = agency.faults().counts();
        if (counts.isEmpty()) return Html.EMPTY;
        return Html.of(
                "<h2>Faults that happened</h2><div class=\"sheet\"><dl>{}</dl></div>",
                Html.each(counts.entrySet(), it -> Html.of("<dt>{}</dt><dd>{}</dd>", it.getKey(), it.getValue())));
    }

    /** A submission's page, or its content as it came. */
    Optional<Answer> submission(String path) {
        var parts = path.split("/", 2);
        if (!parts[0].matches("\\d{1,18}")) return Optional.empty();
        return agency.submission(Long.parseLong(parts[0])).flatMap(it -> {
            if (parts.length == 1) return Optional.of(submission(it));
            return parts[1].equals("contents")
                    ? Optional.of(Answer.download("text/xml", it.id() + ".xml", it.content()))
                    : Optional.empty();
        });
    }

    private static Answer submission(Submission it) {
        return page(
                200,
                it.fileName(),
                Html.of(
                        """
                        <div class="sheet"><dl>
                        <dt>State</dt><dd>{}</dd>
                        <dt>Submission</dt><dd>{}</dd>
                        <dt>Received</dt><dd>{}</dd>
                        <dt>Account</dt><dd>{}</dd>
                        <dt>Batch</dt><dd>{}</dd>
                        </dl></div>
                        <h2>Records</h2>
                        {}
                        <h2>Result as the depositor gets it</h2>
                        <div class="sheet"><pre>{}</pre></div>
                        <h2>File as received</h2>
                        <p><a href="/submissions/{}/contents">Download</a> ({} bytes)</p>
                        <div class="sheet"><pre>{}</pre></div>
                        """,
                        state(it),
                        it.id(),
                        Page.time(it.received()),
                        it.login(),
                        it.batchId().orElse("not known"),
                        records(it),
                        Diagnostic.of(it),
                        it.id(),
                        it.content().length,
                        it.text()));
    }

    private static Html records(Submission it) {
        if (it.state() != State.COMPLETED) return blank("Not processed yet.");
        return Html.of(
                """
                <div class="sheet"><table><thead><tr><th>DOI</th><th>Status</th><th>Message</th></tr></thead>
                <tbody>{}</tbody></table></div>
                """,
                Html.each(
                        it.outcomes(),
                        one -> Html.of(
                                "<tr><td>{}</td><td data-label=\"Status\">{}</td><td data-label=\"Message\">{}</td></tr>",
                                one.doi().isEmpty() ? "the whole file" : one.doi(),
                                loz(tone(one.status()), one.status()),
                                one.message())));
    }

    private static Html state(Submission it) {
        if (it.state() != State.COMPLETED) return loz("is-wait", it.state().word.replace('_', ' '));
        if (it.count(Status.Failure) > 0) return loz("is-bad", "completed, with failures");
        return it.count(Status.Warning) > 0 ? loz("is-wait", "completed, with warnings") : loz("is-done", "completed");
    }

    private static String tone(Status status) {
        return switch (status) {
            case Success -> "is-done";
            case Warning -> "is-wait";
            case Failure -> "is-bad";
        };
    }

    private static Html loz(String tone, Object words) {
        return Html.of("<span class=\"state {}\">{}</span>", tone, words);
    }

    private static String counts(Submission it) {
        return it.count(Status.Success) + " of " + it.outcomes().size() + " registered";
    }

    private static Html blank(String sentence) {
        return Html.of("<div class=\"sheet\"><p class=\"blank\">{}</p></div>", sentence);
    }

    /** A DOI may hold any character; these are the ones a path can't (DOI Handbook, encoding in a URL). */
    private static String pathOf(String doi) {
        return doi.replace("%", "%25").replace("#", "%23").replace("?", "%3F").replace(" ", "%20");
    }
}

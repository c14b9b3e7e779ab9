package org.imprimatur.review.desk.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.review.desk.Difference;
import org.imprimatur.review.desk.Difference.Piece;
import org.imprimatur.review.desk.Timeline;
import org.imprimatur.review.desk.Timeline.Asked;
import org.imprimatur.review.desk.Timeline.Happened;
import org.imprimatur.review.desk.Timeline.Key;
import org.imprimatur.review.desk.Timeline.Looked;
import org.imprimatur.review.desk.Timeline.Mailed;
import org.imprimatur.review.desk.Timeline.Moment;
import org.imprimatur.review.manuscript.Contributor;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.manuscript.History.Entry;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.manuscript.Version;
import org.imprimatur.review.manuscript.VersionContents;
import org.imprimatur.review.manuscript.VersionContents.Contents;
import org.imprimatur.review.notes.Note;
import org.imprimatur.review.notes.Notes;
import org.imprimatur.web.HistoryLine;
import org.springframework.stereotype.Component;

/** The time line in words, with what was before and after. */
@Component
class Timelines {

    // a search for words reads on so far at once; then the reader is asked whether to go on
    private static final int MOST_READ = 2_000;
    private static final int AT_ONCE = 200;
    private static final Set<String> GIVEN = Set.of("screening-passed", "editor-assigned");

    private final Timeline timeline;
    private final History history;
    private final Manuscripts manuscripts;
    private final VersionContents contents;
    private final Notes notes;
    private final Words words;

    Timelines(
            Timeline timeline,
            History history,
            Manuscripts manuscripts,
            VersionContents contents,
            Notes notes,
            Words words) {
        this.timeline = timeline;
        this.history = history;
        this.manuscripts = manuscripts;
        this.contents = contents;
        this.notes = notes;
        this.words = words;
    }

    /** One thing that changed. */
    record Changed(String what, List<Piece> pieces) {}

    /** @param kind the bundle's key of what it is */
    record Shown(HistoryLine line, String kind, boolean byHand, List<Changed> changes) {}

    /** @param next where the next page begins; null on the last */
    record Read(List<Shown> lines, String next) {}

    /** @param sought words that a line must have, in any case; empty for all lines */
    Read read(Manuscript manuscript, Asked asked, String sought, int most, Optional<String> trace) {
        List<Contributor> byLine = manuscripts.byLine(manuscript.id());
        String needle = sought.toLowerCase(Locale.ROOT);
        List<Shown> lines = new ArrayList<>();
        Asked further = asked;
        Key last = null;
        for (int read = 0; read < MOST_READ; ) {
            int chunk = needle.isEmpty() ? most + 1 : AT_ONCE;
            List<Moment> moments = timeline.read(manuscript.id(), further, chunk);
            for (Moment moment : moments) {
                if (lines.size() == most) {
                    return new Read(lines, last.word());
                }
                Shown shown = shown(manuscript, moment, byLine, trace);
                if (needle.isEmpty() || said(shown).contains(needle)) {
                    lines.add(shown);
                }
                last = moment.key();
            }
            if (moments.size() < chunk) {
                return new Read(lines, null);
            }
            further = asked.before(last);
            read += moments.size();
        }
        return new Read(lines, last.word());
    }

    private static String said(Shown shown) {
        StringBuilder said = new StringBuilder();
        for (String part : new String[] {
            shown.line().who(), shown.line().what(), shown.line().more()
        }) {
            said.append(part == null ? "" : part).append(' ');
        }
        shown.changes().forEach(change -> change.pieces().forEach(piece -> said.append(piece.text())));
        return said.toString().toLowerCase(Locale.ROOT);
    }

    private Shown shown(Manuscript manuscript, Moment moment, List<Contributor> byLine, Optional<String> trace) {
        if (moment instanceof Mailed mailed) {
            return new Shown(words.line(mailed.trail(), byLine), "mails", false, List.of());
        }
        if (moment instanceof Looked looked) {
            return new Shown(words.line(looked.seen()), "files", true, List.of());
        }
        Entry entry = ((Happened) moment).entry();
        List<Changed> changes = changes(manuscript, entry);
        String kind = entry.what().startsWith("note-") ? "notes" : changes.isEmpty() ? "events" : "changes";
        return new Shown(words.line(entry, trace), kind, entry.byHand(), changes);
    }

    private List<Changed> changes(Manuscript manuscript, Entry entry) {
        if (entry.what().equals("revised")) {
            return revised(manuscript, Integer.parseInt(entry.words().get(0)));
        }
        if (GIVEN.contains(entry.what()) && !entry.words().isEmpty()) {
            return given(entry);
        }
        return entry.what().equals("note-rewritten") ? rewritten(entry) : List.of();
    }

    // the documents of both versions never change, so neither does what differs between them
    private List<Changed> revised(Manuscript manuscript, int number) {
        Map<Integer, Version> versions = new HashMap<>();
        manuscripts.versions(manuscript.id()).forEach(version -> versions.put(version.version(), version));
        Optional<Contents> before =
                Optional.ofNullable(versions.get(number - 1)).flatMap(contents::of);
        Optional<Contents> after = Optional.ofNullable(versions.get(number)).flatMap(contents::of);
        if (before.isEmpty() || after.isEmpty()) {
            return List.of();
        }
        List<Changed> changes = new ArrayList<>();
        changed(changes, "title", before.get().title(), after.get().title());
        changed(changes, "abstract", before.get().abstractText(), after.get().abstractText());
        changed(
                changes,
                "keywords",
                String.join(", ", before.get().keywords()),
                String.join(", ", after.get().keywords()));
        changed(
                changes,
                "by-line",
                String.join(", ", before.get().byLine()),
                String.join(", ", after.get().byLine()));
        changed(changes, "files", named(before.get()), named(after.get()));
        return changes;
    }

    private static String named(Contents contents) {
        return String.join(
                ", ",
                contents.files().stream().map(VersionContents.Attached::name).toList());
    }

    private List<Changed> given(Entry entry) {
        String before = "";
        for (Entry earlier : history.of(entry.manuscript(), GIVEN)) {
            if (!earlier.at().isBefore(entry.at())) {
                break;
            }
            before = words.account(earlier.words().get(0));
        }
        List<Changed> changes = new ArrayList<>();
        changed(changes, "handling-editor", before, words.account(entry.words().get(0)));
        return changes;
    }

    private List<Changed> rewritten(Entry entry) {
        for (Note note : notes.of(entry.manuscript())) {
            for (int n = 0; n < note.former().size(); n++) {
                if (note.by().equals(entry.actor())
                        && note.former().get(n).until().equals(entry.at())) {
                    String after = n + 1 < note.former().size()
                            ? note.former().get(n + 1).text()
                            : note.text();
                    List<Changed> changes = new ArrayList<>();
                    changed(changes, "note", note.former().get(n).text(), after);
                    return changes;
                }
            }
        }
        return List.of();
    }

    private void changed(List<Changed> changes, String what, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Changed(words.of("changed." + what), Difference.between(before, after)));
        }
    }
}

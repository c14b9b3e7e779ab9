package org.imprimatur.submission.manuscript;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.submission.acting.Actor;

/** All of the domain's ports in memory, with what was told and kept open to look at. */
final class InMemory implements Papers, Reading, Announcements {

    final MemoryManuscripts manuscripts = new MemoryManuscripts();
    final List<Event> told = new ArrayList<>();
    final List<Event> toldAgain = new ArrayList<>();
    final Map<String, String> kept = new HashMap<>();
    final MemoryJournals journals = new MemoryJournals();

    InMemory() {
        journals.keep(
                new JournalsKnown.KnownJournal(
                        "gpr",
                        "Global Political Review",
                        "GPR",
                        List.of(new JournalsKnown.KnownSection("articles", "Articles"))),
                1);
    }

    static final class MemoryJournals implements JournalsKnown {
        private final Map<String, KnownJournal> kept = new HashMap<>();
        private final Map<String, Integer> versions = new HashMap<>();

        @Override
        public List<KnownJournal> all() {
            return kept.values().stream()
                    .sorted(Comparator.comparing(KnownJournal::title))
                    .toList();
        }

        @Override
        public Optional<KnownJournal> find(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void keep(KnownJournal journal, int version) {
            if (version > versions.getOrDefault(journal.key(), 0)) {
                kept.put(journal.key(), journal);
                versions.put(journal.key(), version);
            }
        }
    }

    static final class MemoryManuscripts implements Manuscripts {
        private final Map<String, Manuscript> stored = new HashMap<>();
        private final Map<String, Integer> numbers = new HashMap<>();

        @Override
        public Optional<Manuscript> find(String id) {
            return Optional.ofNullable(stored.get(id));
        }

        @Override
        public List<Manuscript> of(String owner, int limit, int offset) {
            return stored.values().stream()
                    .filter(one -> one.owner().equals(owner))
                    .sorted(Comparator.comparing((Manuscript one) -> one.stage() != Manuscript.Stage.REOPENED
                                    && one.stage() != Manuscript.Stage.ACCEPTED)
                            .thenComparing(
                                    Comparator.comparing(Manuscript::changedAt).reversed())
                            .thenComparing(Manuscript::id))
                    .skip(offset)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Manuscript> naming(String address, String account, int limit) {
            return stored.values().stream()
                    .filter(one -> one.number().isPresent() && !one.owner().equals(account))
                    .filter(one -> one.metadata().contributors().stream()
                            .anyMatch(contributor -> contributor.email().equalsIgnoreCase(address)))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Manuscript> handedInAfter(String id, int limit) {
            return stored.values().stream()
                    .filter(one -> one.number().isPresent() && one.id().compareTo(id) > 0)
                    .sorted(Comparator.comparing(Manuscript::id))
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<Manuscript> store(Manuscript it) {
            long now = find(it.id()).map(Manuscript::revision).orElse(0L);
            if (now != it.revision()) {
                return Optional.empty();
            }
            stored.put(it.id(), it.storedOnceMore());
            return find(it.id());
        }

        @Override
        public void discard(String id) {
            stored.computeIfPresent(id, (key, it) -> it.stage() == Manuscript.Stage.DRAFT ? null : it);
        }

        @Override
        public String nextNumber(String journal, String abbreviation, int year) {
            return "%s-%d-%03d"
                    .formatted(
                            abbreviation.toUpperCase(Locale.ROOT),
                            year,
                            numbers.merge(journal + year, 1, Integer::sum));
        }
    }

    @Override
    public String keep(byte[] content) {
        String name = "sha-" + content.length + "-" + new String(content, StandardCharsets.UTF_8).hashCode();
        kept.put(name, new String(content, StandardCharsets.UTF_8));
        return name;
    }

    @Override
    public Optional<byte[]> read(String sha256) {
        return Optional.ofNullable(kept.get(sha256)).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String keepMetadata(Manuscript manuscript) {
        return keep(manuscript.metadata().toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String keepResponse(String text) {
        return keep(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes anything that begins with "docx" for a manuscript with a title page. */
    @Override
    public Result read(String fileName, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.startsWith("docx")
                ? new Read(
                        "{}".getBytes(StandardCharsets.UTF_8),
                        new ManuscriptFile.Intake(2, 2, 0, 0, 0),
                        new Proposal(
                                Optional.of("A Title from the File"),
                                Optional.of("An abstract."),
                                List.of("water"),
                                List.of()))
                : new Refused(fileName + " is no Word file: save it as .docx and upload it again.");
    }

    @Override
    public Optional<byte[]> mended(byte[] content, Mend mend) {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.contains(mend.was())
                ? Optional.of(text.replace(mend.was(), mend.is()).getBytes(StandardCharsets.UTF_8))
                : Optional.empty();
    }

    @Override
    public Optional<String> mediaType(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return Optional.of(text.startsWith("png") ? "image/png" : "text/plain");
    }

    @Override
    public void tell(Event event, Actor actor) {
        told.add(event);
    }

    @Override
    public void tellAgain(Event event, Actor actor) {
        toldAgain.add(event);
    }
}

package org.imprimatur.standalone.demonstration;

import java.util.List;
import java.util.Locale;

/**
 * Who takes part in the demonstration. Apart from the article's authors all are made up. Every address is under
 * example.org (RFC 2606), and nobody has an ORCID iD.
 *
 * @param authors in the order of the by-line
 * @param reviewers seven, in the order in which they are invited: the first three to the article, the next two as its
 *     alternates, the last two to the robots' articles
 * @param robotAuthors who hands in the two other articles of the issue
 */
public record People(
        List<Person> authors,
        Person correspondingAuthor,
        Person managingEditor,
        Person handlingEditor,
        Person editorInChief,
        Person productionEditor,
        Person administrator,
        List<Person> reviewers,
        List<Person> robotAuthors) {

    /**
     * @param account a short name that is unique among them, fit for an account's id
     * @param title "Dr.", "Prof." or empty
     */
    public record Person(
            String account,
            String title,
            String given,
            String family,
            String position,
            String affiliation,
            String email) {

        /** Given and family name. */
        public String name() {
            return given + " " + family;
        }

        /** The name with the title before it, as in a salutation. */
        public String fullName() {
            return title.isEmpty() ? name() : title + " " + name();
        }
    }

    /** Reads {@code demonstration/people.json} from the class path; the authors come from the facts. */
    public static People read(Facts facts) {
        var cast = Resources.json("people.json", Cast.class);
        var contributors = facts.article().contributors();
        return new People(
                contributors.stream().map(People::author).toList(),
                contributors.stream()
                        .filter(Facts.Contributor::corresponding)
                        .map(People::author)
                        .findFirst()
                        .orElseThrow(),
                cast.managingEditor,
                cast.handlingEditor,
                cast.editorInChief,
                cast.productionEditor,
                cast.administrator,
                cast.reviewers,
                cast.robotAuthors);
    }

    private static Person author(Facts.Contributor contributor) {
        var dotted = (contributor.given() + " " + contributor.family())
                .toLowerCase(Locale.ROOT)
                .replace(' ', '.');
        return new Person(
                dotted.substring(0, dotted.indexOf('.')),
                "",
                contributor.given(),
                contributor.family(),
                contributor.role(),
                contributor.affiliation(),
                dotted + "@example.org");
    }

    private record Cast(
            Person managingEditor,
            Person handlingEditor,
            Person editorInChief,
            Person productionEditor,
            Person administrator,
            List<Person> reviewers,
            List<Person> robotAuthors) {}
}

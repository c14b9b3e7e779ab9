package org.imprimatur.standalone.demonstration;

import java.util.List;

/**
 * The files that authors hand in during the demonstration, made from the sources on the class path. Each bears the
 * sentence "Demonstration text, not the authors' article". The same source always gives the same bytes.
 */
public final class DemonstrationManuscripts {
    /** Words in the body of each robot's article; with its references they are to fill thirteen typeset pages. */
    private static final List<Integer> ROBOT_WORDS = List.of(6_800, 6_550);

    private final Facts facts = Facts.read();
    private final People people = People.read(facts);

    public Facts facts() {
        return facts;
    }

    public People people() {
        return people;
    }

    /**
     * The article as DOCX.
     *
     * @param version 1 as first handed in, with the faulty citations of the published article; 2 the revision
     */
    public byte[] article(int version) {
        return WordDocument.of(manuscript(version));
    }

    /** What the author enters with {@link #article}. */
    public TitlePage titlePage(int version) {
        return manuscript(version).titlePage();
    }

    /**
     * One of the two other articles of the issue, as DOCX: wholly made up.
     *
     * @param which 1 or 2
     */
    public byte[] robotArticle(int which) {
        return robotArticle(which, robotWords(which));
    }

    /** @param words how long its body is to be, at least, as far as the topic's sentences reach */
    public byte[] robotArticle(int which, int words) {
        return WordDocument.of(robot(which, words));
    }

    /** What the robot enters with {@link #robotArticle(int)}. */
    public TitlePage robotTitlePage(int which) {
        return robot(which, robotWords(which)).titlePage();
    }

    /** The authors' response to the reviewers of version 1, as DOCX. */
    public byte[] responseToReviewers() {
        return WordDocument.of(Markup.parse(response()));
    }

    /** The same response as plain text, as an author types it into a form. */
    public String responseToReviewersText() {
        return response().replaceAll("(?m)^#+ ", "");
    }

    private static String response() {
        return Resources.text("letters/response.md").strip();
    }

    private Manuscript manuscript(int version) {
        if (version != 1 && version != 2) {
            throw new IllegalArgumentException("The article has versions 1 and 2, not " + version);
        }
        var parts = Markup.version(Resources.text("article.md"), version).split("(?=## Introduction\n)");
        var article = facts.article();
        return new Manuscript(
                new TitlePage(
                        article.title(),
                        Markup.parse(parts[0]).blocks().get(1).text(),
                        article.keywords(),
                        people.authors().stream()
                                .map(author ->
                                        new TitlePage.Author(author, author.equals(people.correspondingAuthor())))
                                .toList()),
                Markup.parse(parts[1]),
                List.copyOf(article.references().stream()
                        .map(ReferenceItalics::mark)
                        .toList()));
    }

    private static int robotWords(int which) {
        refuseThirdRobot(which);
        return ROBOT_WORDS.get(which - 1);
    }

    private static void refuseThirdRobot(int which) {
        if (which != 1 && which != 2) {
            throw new IllegalArgumentException("There are robots 1 and 2, not " + which);
        }
    }

    private Manuscript robot(int which, int words) {
        refuseThirdRobot(which);
        return RobotArticle.write(Resources.json("robot-" + which + ".json", RobotArticle.Topic.class), people, words);
    }
}

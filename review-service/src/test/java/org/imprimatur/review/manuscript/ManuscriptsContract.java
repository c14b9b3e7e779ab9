package org.imprimatur.review.manuscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.review.testing.Samples.NOW;
import static org.imprimatur.review.testing.Samples.byLine;
import static org.imprimatur.review.testing.Samples.version;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.review.testing.Samples;
import org.junit.jupiter.api.Test;

/** What every keeper of manuscripts promises. */
public abstract class ManuscriptsContract {

    protected abstract Manuscripts manuscripts();

    private final String id = UUID.randomUUID().toString();
    private final Manuscript manuscript = Samples.manuscript(id);

    @Test
    void a_manuscript_comes_back_as_it_was() {
        manuscripts().add(manuscript, version(1), byLine());
        assertThat(manuscripts().find(id)).contains(manuscript);
        assertThat(manuscripts().lock(id)).contains(manuscript);
        assertThat(manuscripts().byNumber(manuscript.number())).contains(manuscript);
        assertThat(manuscripts().byLine(id)).isEqualTo(byLine());
        assertThat(manuscripts().versions(id)).containsExactly(version(1));
    }

    @Test
    void there_is_none_that_was_never_added() {
        assertThat(manuscripts().find(id)).isEmpty();
        assertThat(manuscripts().byNumber(id)).isEmpty();
        assertThat(manuscripts().standing(id)).isEmpty();
    }

    @Test
    void a_revision_replaces_the_by_line_and_keeps_the_earlier_version() {
        manuscripts().add(manuscript, version(1), byLine());
        Manuscript revised = manuscript
                .givenTo("sana")
                .revised(2, "Gas, Diplomacy and Distrust", "Another abstract.", List.of("gas"), "en", NOW);
        List<Contributor> shorter = byLine().subList(0, 1);
        manuscripts().revise(revised, version(2), shorter);
        assertThat(manuscripts().find(id)).contains(revised);
        assertThat(manuscripts().versions(id)).containsExactly(version(1), version(2));
        assertThat(manuscripts().byLine(id)).isEqualTo(shorter);
        assertThat(manuscripts().present(revised)).isEqualTo(version(2));
    }

    @Test
    void acceptance_is_kept_with_its_version() {
        manuscripts().add(manuscript, version(1), byLine());
        manuscripts().change(manuscript.accepted(NOW));
        assertThat(manuscripts().find(id)).contains(manuscript.accepted(NOW));
    }

    @Test
    void a_manuscript_stands_in_one_place() {
        manuscripts().add(manuscript, version(1), byLine());
        Standing screening = new Standing(
                "screening",
                "managing-editor",
                Optional.empty(),
                NOW,
                Optional.of(NOW.plusSeconds(60)),
                Optional.of("reminder"),
                Optional.of(NOW.plusSeconds(30)));
        Standing review = new Standing(
                "peer-review",
                "reviewers",
                Optional.empty(),
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        manuscripts().stand(id, screening);
        assertThat(manuscripts().standing(id)).contains(screening);
        manuscripts().stand(id, review);
        assertThat(manuscripts().standing(id)).contains(review);
    }
}

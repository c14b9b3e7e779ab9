package org.imprimatur.review.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.review.testing.Samples.NOW;

import java.util.List;
import java.util.UUID;
import org.imprimatur.review.decision.Decision.Held;
import org.imprimatur.review.decision.Decision.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of decisions promises. */
public abstract class DecisionsContract {

    protected final String manuscript = UUID.randomUUID().toString();

    protected abstract Decisions decisions();

    /** The manuscript exists. */
    protected abstract void given(String manuscriptId);

    protected Decision decision(String id) {
        return new Decision(
                id + manuscript,
                manuscript,
                1,
                1,
                Kind.MINOR,
                "Dear author",
                List.of("i2", "i1"),
                "sana",
                NOW,
                NOW.plusSeconds(1800),
                new Held());
    }

    @BeforeEach
    void a_manuscript() {
        given(manuscript);
    }

    @Test
    void a_held_decision_is_found_until_it_is_settled() {
        decisions().add(decision("d"));
        assertThat(decisions().held(manuscript)).contains(decision("d"));
        Decision recalled = decision("d").recalled(NOW.plusSeconds(5));
        decisions().change(recalled);
        assertThat(decisions().held(manuscript)).isEmpty();
        assertThat(decisions().find("d" + manuscript)).contains(recalled);
    }

    @Test
    void a_decision_in_effect_names_its_letter() {
        decisions().add(decision("d"));
        Decision inEffect = decision("d").inEffect(NOW.plusSeconds(5), "sha");
        decisions().change(inEffect);
        assertThat(decisions().of(manuscript)).containsExactly(inEffect);
    }
}

package org.imprimatur.review.manuscript;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.manuscript.History.Entry;

/** Keeps where a manuscript stands and says so: the one source of its place for every page. */
public final class Moving {

    private final Manuscripts manuscripts;
    private final History history;
    private final Saying saying;

    public Moving(Manuscripts manuscripts, History history, Saying saying) {
        this.manuscripts = manuscripts;
        this.history = history;
        this.saying = saying;
    }

    /** Stands there already: nothing is said again. */
    public void moved(
            String id,
            String step,
            String whose,
            Instant since,
            Optional<Instant> until,
            Optional<String> nextWhat,
            Optional<Instant> nextAt) {
        Manuscript manuscript = manuscripts.find(id).orElseThrow();
        Optional<String> account = switch (whose) {
            case "author" -> Optional.of(manuscript.correspondingAccount());
            case "handling-editor" -> manuscript.handlingEditor();
            default -> Optional.empty();
        };
        Standing standing = new Standing(step, whose, account, since, until, nextWhat, nextAt);
        Optional<Standing> before = manuscripts.standing(id);
        if (before.equals(Optional.of(standing))) {
            return;
        }
        manuscripts.stand(id, standing);
        saying.moved(id, standing);
        if (before.map(Standing::step).filter(step::equals).isEmpty()) {
            history.note(new Entry(id, since, new Actor.Process().id(), "moved", List.of(step, whose), false));
        }
    }

    /** Says the present place of a manuscript again, for one who missed it. */
    public void restate(String id) {
        manuscripts.standing(id).ifPresent(standing -> saying.moved(id, standing));
    }

    /** Tells the world where a manuscript stands. */
    public interface Saying {
        void moved(String manuscript, Standing standing);
    }
}

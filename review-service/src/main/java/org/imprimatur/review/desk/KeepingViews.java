package org.imprimatur.review.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;

/** Saves lists under names of one's own. Whoever isn't an editor has none to save; another's are not found. */
public final class KeepingViews {

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 60;

    /** So many views can a person have. */
    public static final int MOST = 30;

    private final SavedViews views;

    public KeepingViews(SavedViews views) {
        this.views = views;
    }

    /** By name. */
    public List<SavedView> of(Actor.Person actor) {
        return views.of(actor.account());
    }

    /** A view of that name is there already: it asks for this from now on. @param newId the view's, if it is new */
    public Outcome save(Actor.Person actor, String name, String asked, String newId) {
        if (actor.roles().isEmpty()) {
            return Outcome.unknown();
        }
        List<SavedView> all = of(actor);
        Optional<SavedView> same = named(all, name);
        if (same.isEmpty() && all.size() >= MOST) {
            return Outcome.conflict("desk.refused.views");
        }
        return kept(new SavedView(same.map(SavedView::id).orElse(newId), actor.account(), name.strip(), asked));
    }

    public Outcome rename(Actor.Person actor, String id, String name) {
        List<SavedView> all = of(actor);
        Optional<SavedView> found =
                all.stream().filter(view -> view.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return Outcome.unknown();
        }
        if (named(all, name).filter(other -> !other.id().equals(id)).isPresent()) {
            return Outcome.conflict("desk.refused.view-name");
        }
        return kept(found.get().named(name.strip()));
    }

    /** There is none any more: that is fine. */
    public Outcome delete(Actor.Person actor, String id) {
        views.delete(actor.account(), id);
        return Outcome.done();
    }

    private Outcome kept(SavedView view) {
        if (view.name().isEmpty() || view.name().length() > LONGEST_NAME) {
            return Outcome.invalid(Map.of("name", "desk.refused.name"));
        }
        views.keep(view);
        return Outcome.done();
    }

    private static Optional<SavedView> named(List<SavedView> all, String name) {
        return all.stream().filter(view -> view.name().equals(name.strip())).findFirst();
    }
}

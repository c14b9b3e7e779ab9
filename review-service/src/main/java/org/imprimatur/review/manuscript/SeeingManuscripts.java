package org.imprimatur.review.manuscript;

import java.util.Optional;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;

/** Finds a manuscript for somebody who may see it; for everybody else there is none. */
public final class SeeingManuscripts {

    private final Manuscripts manuscripts;
    private final Permissions permissions;

    public SeeingManuscripts(Manuscripts manuscripts, Permissions permissions) {
        this.manuscripts = manuscripts;
        this.permissions = permissions;
    }

    public Optional<Manuscript> see(Actor actor, String number) {
        return see(actor, number, Act.SEE);
    }

    /** For one who may do this with it. */
    public Optional<Manuscript> see(Actor actor, String number, Act act) {
        return manuscripts
                .byNumber(number)
                .filter(manuscript -> permissions.may(actor, Act.SEE, manuscript.matter()))
                .filter(manuscript -> permissions.may(actor, act, manuscript.matter()));
    }
}

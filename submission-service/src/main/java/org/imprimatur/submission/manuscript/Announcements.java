package org.imprimatur.submission.manuscript;

import org.imprimatur.submission.acting.Actor;

/** Tells the other services, and the people concerned by mail, in the transaction of the act. */
public interface Announcements {

    void tell(Event event, Actor actor);

    /** Says to the other services once more what was told, for one that has lost it; no mail goes out. */
    void tellAgain(Event event, Actor actor);
}

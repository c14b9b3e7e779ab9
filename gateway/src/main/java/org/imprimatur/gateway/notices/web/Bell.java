package org.imprimatur.gateway.notices.web;

import org.imprimatur.gateway.notices.ReadingNotices;
import org.imprimatur.web.PageFacts;
import org.imprimatur.web.acting.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The gateway's own pages know how many notices are unread; services are told on the way. */
@ControllerAdvice
class Bell {
    private final ReadingNotices reading;

    Bell(ReadingNotices reading) {
        this.reading = reading;
    }

    @ModelAttribute
    void unread(@AuthenticationPrincipal Object person, Model model) {
        if (person instanceof SignedIn known) {
            model.addAttribute(PageFacts.UNREAD, reading.unread(known.account()));
        }
    }
}

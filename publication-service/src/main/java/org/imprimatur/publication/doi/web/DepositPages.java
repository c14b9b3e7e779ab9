package org.imprimatur.publication.doi.web;

import java.util.UUID;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.doi.RegisteringDois;
import org.imprimatur.publication.pages.Answers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class DepositPages {
    private final RegisteringDois registering;
    private final Answers answers;

    DepositPages(RegisteringDois registering, Answers answers) {
        this.registering = registering;
        this.answers = answers;
    }

    @PostMapping("/production/issues/{id}/deposits")
    Object again(@PathVariable UUID id, Actor actor, Model model) {
        return answers.inTransaction(() -> registering.again(id, actor))
                .<Object>fold(issue -> "redirect:/production/issues/" + id, refused -> answers.refused(refused, model));
    }
}

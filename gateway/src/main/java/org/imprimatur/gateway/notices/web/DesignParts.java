package org.imprimatur.gateway.notices.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.notices.Kind;
import org.imprimatur.gateway.notices.Notice;
import org.imprimatur.web.design.DesignPage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What {@code /design} shows of the gateway: notices, and a form that outlived its session. */
@Controller
@ConditionalOnProperty("imprimatur.design-page")
class DesignParts {

    @GetMapping("/account/design")
    String parts(Model model) {
        model.addAttribute("navigation", DesignPage.navigation("/account/design"));
        model.addAttribute("asked", new NoticePages.Asked("", "", "", ""));
        model.addAttribute(
                "unreadGroups",
                List.of(
                        group("SAM-2024-017", Kind.REVIEW_ARRIVED, Kind.REVIEWER_DECLINED, Kind.MENTIONED),
                        group("SAM-2024-004", Kind.DEPOSIT_FAILED)));
        List<Map<String, Object>> fields = List.of(
                Map.of("name", "abstract", "label", "Abstract", "value", "What took an hour to write.", "shown", true),
                Map.of("name", "revision", "label", "", "value", "3", "shown", false));
        model.addAttribute("fields", fields);
        model.addAttribute("shown", fields.subList(0, 1));
        model.addAttribute("sent", false);
        return "gateway/design";
    }

    private static NoticePages.Group group(String number, Kind... kinds) {
        Instant at = DesignPage.NOW.minus(Duration.ofHours(3));
        return new NoticePages.Group(
                number,
                "sam",
                List.of(kinds).stream()
                        .map(kind -> new Notice(
                                new UUID(0, kind.ordinal()),
                                "farah",
                                kind,
                                "sample",
                                "sample",
                                number,
                                "sam",
                                at,
                                Optional.empty()))
                        .toList());
    }
}

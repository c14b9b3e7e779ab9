package org.imprimatur.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.imprimatur.web.acting.PublicPaths;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.acting.WebSecurity;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.errors.Refusals;
import org.imprimatur.web.forms.Form;
import org.imprimatur.web.live.Changes;
import org.imprimatur.web.live.WebLive;
import org.imprimatur.web.mail.WebMail;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.util.UriUtils;

/** The smallest service that uses everything this module offers, with its auto-configurations listed as services do. */
@SpringBootConfiguration
@ImportAutoConfiguration({
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    WebLive.class,
    WebMail.class,
    WebMvcAutoConfiguration.class,
    WebPages.class,
    WebSecurity.class
})
public class TestService {
    @Bean
    PublicPaths publicPaths() {
        return new PublicPaths("/design", "/open/**", "/site");
    }

    @Bean
    Clock domainTime() {
        return Clock.fixed(Instant.parse("2024-02-05T08:00:00Z"), ZoneOffset.UTC);
    }

    @Controller
    static class Pages {
        private final Changes changes;

        Pages(Changes changes) {
            this.changes = changes;
        }

        @GetMapping("/open/live")
        SseEmitter live(@RequestHeader(name = "Last-Event-ID", required = false) String lastEventId) {
            return changes.resume(lastEventId, "m-1");
        }

        @GetMapping("/private")
        @ResponseBody
        String who(@AuthenticationPrincipal SignedIn person) {
            return person.account() + " " + person.holds("sam", "managing-editor");
        }

        @GetMapping("/internal/secret")
        @ResponseBody
        String secret() {
            return "for services";
        }

        @GetMapping("/open/form")
        String form(Model model) {
            model.addAttribute("form", Form.empty());
            return "test/form";
        }

        @PostMapping("/open/form")
        Object typed(HttpServletRequest request) {
            Form form = Form.typed(request);
            return form.value("title").isEmpty() || form.value("title").contains("<")
                    ? form.error("title", "A title without <brackets>, please.").refused("test/form", Map.of())
                    : "redirect:/open/form";
        }

        @GetMapping("/open/hostile")
        String hostile(@RequestParam String evil, Model model) {
            model.addAttribute("evil", evil);
            model.addAttribute("evils", Map.of(evil, evil));
            model.addAttribute("journalName", evil);
            model.addAttribute("navigation", List.of(new NavItem(evil, evil, true)));
            model.addAttribute("form", Form.empty().with(evil, evil).error(evil, evil));
            model.addAttribute("list", new Page(2, 1, 9, "/list?q=" + UriUtils.encode(evil, StandardCharsets.UTF_8)));
            model.addAttribute("steps", List.of(new Step(evil, evil, evil, evil)));
            model.addAttribute("history", List.of(new HistoryLine(Instant.EPOCH, evil, evil, evil)));
            return "test/hostile";
        }

        @GetMapping("/open/not-yours")
        String notYours() {
            throw new NotYours("a manuscript of somebody else, id 4711");
        }

        @GetMapping("/open/broken")
        String broken() {
            throw new IllegalStateException("secret detail");
        }

        @GetMapping("/open/late")
        Object late(Model model) {
            return Refusals.respond(model, HttpStatus.CONFLICT, "<i>Somebody</i> decided before you.");
        }

        @GetMapping("/site")
        String site(Model model) {
            model.addAttribute(
                    "masthead",
                    new Masthead(
                            "<b>Sample</b> Review",
                            "1234-5679",
                            null,
                            "10.5555/sam",
                            null,
                            "/site",
                            List.of(new NavItem("<b>Issue</b>", "/site", true))));
            return "test/site";
        }
    }
}

package org.imprimatur.publication.site.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.publication.article.Addresses;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.bibliographic.Affiliation;
import org.imprimatur.publication.bibliographic.Contributor;
import org.imprimatur.publication.bibliographic.Issn;
import org.imprimatur.publication.bibliographic.JournalIdentity;
import org.imprimatur.publication.journal.Journal;
import org.imprimatur.publication.site.BrowsingSite;
import org.imprimatur.publication.site.BrowsingSite.ArticleView;
import org.imprimatur.publication.site.BrowsingSite.IssueView;
import org.imprimatur.publication.site.Readings.Kind;
import org.imprimatur.publication.site.Sitemap;
import org.imprimatur.web.Masthead;
import org.imprimatur.web.NavItem;
import org.imprimatur.web.errors.NotYours;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
class SitePages {
    private final BrowsingSite site;
    private final Shown shown;
    private final Sitemap sitemap;
    private final Addresses addresses;
    private final Counting counting;

    SitePages(BrowsingSite site, Shown shown, Sitemap sitemap, Addresses addresses, Counting counting) {
        this.counting = counting;
        this.site = site;
        this.shown = shown;
        this.sitemap = sitemap;
        this.addresses = addresses;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("journals", site.journals());
        return "publication/site-home";
    }

    @GetMapping("/{journal:[a-z][a-z0-9-]+}")
    String journal(@PathVariable String journal, Model model) {
        Journal present = site.journal(journal).orElseThrow(() -> new NotYours("journal " + journal));
        return site.current(journal).map(issue -> contents(issue, true, model)).orElseGet(() -> {
            head(present, "current", model);
            model.addAttribute("journal", present);
            return "publication/site-empty";
        });
    }

    @GetMapping("/{journal:[a-z][a-z0-9-]+}/issues")
    String issues(@PathVariable String journal, Model model) {
        Journal present = site.journal(journal).orElseThrow(() -> new NotYours("journal " + journal));
        head(present, "issues", model);
        model.addAttribute("journal", present);
        model.addAttribute("issues", site.listed(journal));
        return "publication/site-issues";
    }

    @GetMapping("/{journal:[a-z][a-z0-9-]+}/issues/{volume:[0-9]{1,4}}")
    String volume(@PathVariable String journal, @PathVariable int volume, Model model) {
        List<IssueView> issues = site.volume(journal, volume);
        if (issues.isEmpty()) {
            throw new NotYours("volume " + volume + " of " + journal);
        }
        head(issues.get(0).journal(), "issues", model);
        model.addAttribute("issues", issues);
        model.addAttribute("first", issues.get(0));
        model.addAttribute("unlisted", issues.stream().noneMatch(IssueView::listed));
        return "publication/site-volume";
    }

    @GetMapping("/{journal:[a-z][a-z0-9-]+}/issues/{volume:[0-9]{1,4}}/{number:[0-9]{1,4}}")
    String issue(@PathVariable String journal, @PathVariable int volume, @PathVariable int number, Model model) {
        return site.issue(journal, volume, number)
                .map(issue -> contents(issue, false, model))
                .orElseThrow(() -> new NotYours("issue " + volume + "/" + number + " of " + journal));
    }

    private String contents(IssueView view, boolean current, Model model) {
        head(view.journal(), current ? "current" : "issues", model);
        model.addAttribute("view", view);
        model.addAttribute("issue", view.issue());
        model.addAttribute("unlisted", !view.listed());
        model.addAttribute(
                "siblings",
                site.listed(view.journal().key()).stream()
                        .filter(one -> one.designation().volume()
                                == view.issue().designation().volume())
                        .toList());
        return "publication/site-contents";
    }

    @GetMapping("/{journal:[a-z][a-z0-9-]+}/articles/{slug:[0-9-]+}")
    String article(@PathVariable String journal, @PathVariable String slug, HttpServletRequest request, Model model) {
        ArticleView view = site.article(journal, slug).orElseThrow(() -> new NotYours("article " + slug));
        counting.count(view, Kind.PAGE, request);
        ArticleRecord record = view.record();
        Shown.Rendered rendered = shown.of(record);
        head(view.journal(), "current", model);
        model.addAttribute("view", view);
        model.addAttribute("record", record);
        model.addAttribute("rendered", rendered);
        model.addAttribute("unlisted", !view.listed());
        model.addAttribute("affiliations", affiliations(record));
        model.addAttribute("abstractParagraphs", List.of(record.abstractText().split("\\n\\s*\\n")));
        model.addAttribute("styles", styles(rendered.citations()));
        model.addAttribute("issuePath", Addresses.issuePath(view.journal().key(), record.issue()));
        if (record.banner().isPresent()) {
            model.addAttribute("banner", record.banner().get());
        }
        return "publication/site-article";
    }

    /** A contributor with the numbers of the affiliations below. */
    record Author(Contributor contributor, String marks) {}

    /** Contributors, and each affiliation once. */
    record Affiliations(List<Author> authors, List<String> names) {}

    private static Affiliations affiliations(ArticleRecord record) {
        List<String> names = record.contributors().stream()
                .flatMap(contributor -> contributor.affiliations().stream())
                .map(Affiliation::name)
                .distinct()
                .toList();
        List<Author> authors = record.contributors().stream()
                .map(contributor -> new Author(
                        contributor,
                        contributor.affiliations().stream()
                                .map(affiliation -> Integer.toString(names.indexOf(affiliation.name()) + 1))
                                .collect(Collectors.joining(", "))))
                .toList();
        return new Affiliations(authors, names);
    }

    private static Map<String, String> styles(Map<String, String> citations) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("apa", "APA");
        names.put("chicago", "Chicago");
        names.put("harvard", "Harvard");
        names.put("mhra", "MHRA");
        names.put("mla", "MLA");
        names.put("oxford", "Oxford");
        names.put("turabian", "Turabian");
        names.keySet().retainAll(citations.keySet());
        return names;
    }

    private static void head(Journal journal, String present, Model model) {
        JournalIdentity identity = journal.identity();
        model.addAttribute("journal", journal);
        model.addAttribute(
                "masthead",
                new Masthead(
                        identity.title(),
                        identity.issnPrint().map(Issn::value).orElse(null),
                        identity.issnOnline().map(Issn::value).orElse(null),
                        identity.doi().value(),
                        identity.recognition().orElse(null),
                        "/" + journal.key(),
                        List.of(
                                new NavItem("Current issue", "/" + journal.key(), present.equals("current")),
                                new NavItem("All issues", "/" + journal.key() + "/issues", present.equals("issues")),
                                new NavItem("Submit", "/author", false),
                                new NavItem("Sign in", "/sign-in", false))));
    }

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String robots() {
        return "User-agent: *\nDisallow: /production\nSitemap: " + addresses.journal("sitemap.xml") + "\n";
    }

    @GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String sitemap(@RequestParam Optional<Integer> page) {
        return page.map(number ->
                        sitemap.page(number).orElseThrow(() -> new NotYours("page " + number + " of the sitemap")))
                .orElseGet(sitemap::whole);
    }
}

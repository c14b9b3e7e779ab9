package org.imprimatur.publication.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imprimatur.publication.article.Addresses;
import org.imprimatur.publication.issue.Listed;
import org.imprimatur.publication.issue.Listings;

/**
 * The addresses of all listed articles for search engines (Sitemaps 0.9): one file, or an index of several where there
 * are more than a file may hold.
 */
public final class Sitemap {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
    private final Listings listings;
    private final Addresses addresses;
    private final int most;

    /** @param most addresses in one file; the standard allows 50,000 */
    public Sitemap(Listings listings, Addresses addresses, int most) {
        this.listings = listings;
        this.addresses = addresses;
        this.most = most;
    }

    /** All addresses, or where the files with them are. */
    public String whole() {
        int count = listings.count(Listings.Selection.all());
        return count <= most ? file(listings.page(Listings.Selection.all(), 0, most)) : index((count - 1) / most + 1);
    }

    /** One file of several, from 1; empty where there are not so many. */
    public Optional<String> page(int number) {
        List<Listed> page = number < 1 || number > Integer.MAX_VALUE / most
                ? List.of()
                : listings.page(Listings.Selection.all(), (number - 1) * most, most);
        return page.isEmpty() ? Optional.empty() : Optional.of(file(page));
    }

    private String file(List<Listed> articles) {
        return articles.stream()
                .map(listed -> "<url><loc>" + addresses.journal(listed.path().substring(1)) + "</loc><lastmod>"
                        + listed.publishedAt() + "</lastmod></url>")
                .collect(Collectors.joining("", HEAD + "<urlset" + NAMESPACE, "</urlset>"));
    }

    private String index(int files) {
        return IntStream.rangeClosed(1, files)
                .mapToObj(file -> "<sitemap><loc>" + addresses.journal("sitemap.xml?page=" + file) + "</loc></sitemap>")
                .collect(Collectors.joining("", HEAD + "<sitemapindex" + NAMESPACE, "</sitemapindex>"));
    }
}

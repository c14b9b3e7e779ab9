package org.imprimatur.publication.rendering.citation;

import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.ItemDataProvider;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLItemDataBuilder;
import de.undercouch.citeproc.csl.CSLName;
import de.undercouch.citeproc.csl.CSLNameBuilder;
import de.undercouch.citeproc.csl.CSLType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.bibliographic.Contributor;

/**
 * Cites an article. The styles are those of the Citation Style Language's repository; their engines are made at first
 * use and kept. A citation is plain text, with the title in the letters in which the journal has it.
 */
public final class Citing {

    private static final Map<String, String> STYLES = styles();

    /** Their quotation marks and commas stand as in British books. */
    private static final Set<String> BRITISH = Set.of("harvard", "mhra", "oxford");

    /** Stand for the titles while a style does its work: its rules for capitals would spoil names in them. */
    private static final String TITLE = "Zqztitle";

    private static final String JOURNAL = "Zqzjournal";

    private final Map<String, Engine> engines = new ConcurrentHashMap<>();

    private static Map<String, String> styles() {
        Map<String, String> styles = new LinkedHashMap<>();
        styles.put("apa", "apa");
        styles.put("chicago", "chicago-author-date");
        styles.put("harvard", "harvard-cite-them-right");
        styles.put("mhra", "mhra-notes");
        styles.put("mla", "modern-language-association");
        styles.put("oxford", "oxford-guide-to-style-notes");
        styles.put("turabian", "dependent/turabian-notes-bibliography");
        return styles;
    }

    /** By style or format, in the order in which readers are offered them. */
    public Map<String, String> citations(ArticleRecord record) {
        Map<String, String> citations = new LinkedHashMap<>();
        STYLES.keySet().forEach(style -> citations.put(style, styled(record, style)));
        citations.put("bibtex", BibTex.write(record));
        citations.put("ris", Ris.write(record));
        citations.put("csl-json", CslJson.write(record));
        return citations;
    }

    /** In one style, for example "apa". */
    public String styled(ArticleRecord record, String style) {
        return engines.computeIfAbsent(style, key -> new Engine(STYLES.get(key), BRITISH.contains(key)))
                .cite(item(record))
                .replace(TITLE, record.title().strip())
                .replace(JOURNAL, record.journal().title());
    }

    private static CSLItemData item(ArticleRecord record) {
        String title = record.title().strip();
        char last = title.charAt(title.length() - 1);
        // a style leaves its own stop out after one of these
        String stop = "?!".indexOf(last) >= 0 ? String.valueOf(last) : "";
        CSLItemDataBuilder item = new CSLItemDataBuilder()
                .id("article")
                .type(CSLType.ARTICLE_JOURNAL)
                .title(TITLE + stop)
                .containerTitle(JOURNAL)
                .author(record.contributors().stream().map(Citing::name).toArray(CSLName[]::new))
                .volume(record.issue().volumeLabel())
                .issue(record.issue().issueLabel())
                .page(record.pages().toString())
                .DOI(record.doi().value());
        record.issue()
                .month()
                .ifPresentOrElse(
                        month -> item.issued(record.issue().year(), month.getValue()),
                        () -> item.issued(record.issue().year()));
        return item.build();
    }

    private static CSLName name(Contributor contributor) {
        CSLNameBuilder name = new CSLNameBuilder().family(contributor.name().family());
        return contributor.name().given().isEmpty()
                ? name.build()
                : name.given(contributor.name().given()).build();
    }

    private static final class Engine implements ItemDataProvider {

        private final CSL style;
        private final boolean british;
        private CSLItemData item;

        Engine(String id, boolean british) {
            this.british = british;
            try {
                style = new CSL(this, id, british ? "en-GB" : "en-US");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        synchronized String cite(CSLItemData article) {
            item = article;
            style.reset();
            style.setOutputFormat("text");
            style.registerCitationItems("article");
            String citation = style.makeBibliography().getEntries()[0].strip();
            return british ? citation.replace(",’", "’,") : citation;
        }

        @Override
        public CSLItemData retrieveItem(String id) {
            return item;
        }

        @Override
        public Collection<String> getIds() {
            return List.of("article");
        }
    }
}

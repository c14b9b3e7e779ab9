package org.imprimatur.publication.site.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.Renderings;
import org.springframework.stereotype.Component;

/**
 * What the site shows of a record, made once. A settled record changes only when its article is listed, so its key says
 * all of that.
 */
@Component
class Shown {
    private static final int REMEMBERED = 200;
    private final Renderings renderings;
    private final Map<String, Rendered> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rendered> eldest) {
            return size() > REMEMBERED;
        }
    };

    Shown(Renderings renderings) {
        this.renderings = renderings;
    }

    /** The renderings that a landing page needs. */
    record Rendered(
            Map<String, String> citations,
            List<Renderings.MetaTag> metaTags,
            String html,
            List<Renderings.Heading> contents) {}

    Rendered of(ArticleRecord record) {
        String key = record.doi().key() + "/" + record.published();
        synchronized (remembered) {
            Rendered known = remembered.get(key);
            if (known != null) {
                return known;
            }
        }
        Rendered rendered = new Rendered(
                renderings.citations(record),
                renderings.metaTags(record),
                renderings.html(record.text()),
                renderings.contents(record.text()));
        synchronized (remembered) {
            remembered.put(key, rendered);
        }
        return rendered;
    }
}

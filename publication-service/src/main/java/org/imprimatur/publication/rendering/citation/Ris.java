package org.imprimatur.publication.rendering.citation;

import org.imprimatur.publication.article.ArticleRecord;

/** RIS (Research Information Systems, 2001), in UTF-8: one tag a line, lines ended by CR LF. */
final class Ris {

    private final StringBuilder out = new StringBuilder();

    private Ris() {}

    static String write(ArticleRecord record) {
        Ris ris = new Ris();
        ris.tag("TY", "JOUR");
        record.contributors()
                .forEach(contributor -> ris.tag("AU", contributor.name().inverted()));
        ris.tag("TI", record.title().strip());
        ris.tag("T2", record.journal().title());
        ris.tag("J2", record.journal().abbreviation());
        ris.tag("VL", record.issue().volumeLabel());
        ris.tag("IS", record.issue().issueLabel());
        ris.tag("SP", String.valueOf(record.pages().first()));
        ris.tag("EP", String.valueOf(record.pages().last()));
        ris.tag("PY", String.valueOf(record.issue().year()));
        record.issue()
                .yearMonth()
                .ifPresent(month -> ris.tag("DA", "%d/%02d//".formatted(month.getYear(), month.getMonthValue())));
        ris.tag("DO", record.doi().value());
        ris.tag("UR", record.doi().link().toString());
        record.journal().issnPrint().ifPresent(issn -> ris.tag("SN", issn.value()));
        record.journal().issnOnline().ifPresent(issn -> ris.tag("SN", issn.value()));
        ris.tag("PB", record.journal().publisher());
        record.keywords().forEach(keyword -> ris.tag("KW", keyword));
        ris.tag("AB", record.abstractText().strip());
        ris.tag("LA", record.language().toLanguageTag());
        ris.out.append("ER  - \r\n");
        return ris.out.toString();
    }

    private void tag(String name, String value) {
        out.append(name).append("  - ").append(value.replaceAll("\\s+", " ")).append("\r\n");
    }
}

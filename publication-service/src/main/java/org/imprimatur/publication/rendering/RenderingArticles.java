package org.imprimatur.publication.rendering;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.imprimatur.intake.text.StructuredText;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.DepositHead;
import org.imprimatur.publication.article.IssueRecord;
import org.imprimatur.publication.article.Renderings;
import org.imprimatur.publication.bibliographic.JournalIdentity;
import org.imprimatur.publication.rendering.citation.Citing;
import org.imprimatur.publication.rendering.crossref.DepositWriter;
import org.imprimatur.publication.rendering.dublincore.DublinCore;
import org.imprimatur.publication.rendering.jats.JatsWriter;
import org.imprimatur.publication.rendering.print.CoverSheets;
import org.imprimatur.publication.rendering.print.Press;
import org.imprimatur.publication.rendering.web.FullText;
import org.imprimatur.publication.rendering.web.MetaTags;
import org.springframework.stereotype.Component;

/** Makes every rendering of an article but its PDF. One of it is enough for all threads. */
@Component
public final class RenderingArticles implements Renderings {

    private final CoverSheets covers;
    private final Citing citing = new Citing();

    public RenderingArticles(Press press) {
        this.covers = new CoverSheets(press);
    }

    @Override
    public byte[] cover(ArticleRecord record) {
        return covers.cover(record, citing.styled(record, "apa"));
    }

    @Override
    public String jats(ArticleRecord record) {
        return JatsWriter.write(record);
    }

    @Override
    public String crossrefDeposit(ArticleRecord record, DepositHead head) {
        return DepositWriter.article(record, head);
    }

    @Override
    public String crossrefJournalDeposit(JournalIdentity journal, URI page, DepositHead head) {
        return DepositWriter.journal(journal, page, head);
    }

    @Override
    public String crossrefVolumeDeposit(IssueRecord issue, DepositHead head) {
        return DepositWriter.volume(issue, head);
    }

    @Override
    public String crossrefIssueDeposit(IssueRecord issue, DepositHead head) {
        return DepositWriter.issue(issue, head);
    }

    @Override
    public String oaiDc(ArticleRecord record) {
        return DublinCore.write(record);
    }

    @Override
    public Map<String, String> citations(ArticleRecord record) {
        return citing.citations(record);
    }

    @Override
    public List<MetaTag> metaTags(ArticleRecord record) {
        return MetaTags.of(record);
    }

    @Override
    public String html(StructuredText text) {
        return FullText.html(text);
    }

    @Override
    public List<Heading> contents(StructuredText text) {
        return FullText.contents(text);
    }
}

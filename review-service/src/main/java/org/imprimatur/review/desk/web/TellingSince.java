package org.imprimatur.review.desk.web;

import java.util.List;
import java.util.Optional;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.pages.SinceOpened;
import org.imprimatur.web.HistoryLine;
import org.springframework.stereotype.Component;

@Component
class TellingSince implements SinceOpened {

    private static final String MARK = "\\d{1,18}";

    private final Manuscripts manuscripts;
    private final History history;
    private final Words words;

    TellingSince(Manuscripts manuscripts, History history, Words words) {
        this.manuscripts = manuscripts;
        this.history = history;
        this.words = words;
    }

    @Override
    public void hold(String manuscript) {
        manuscripts.lock(manuscript);
    }

    @Override
    public String mark(String manuscript) {
        return Long.toString(history.mark(manuscript));
    }

    @Override
    public List<HistoryLine> since(String manuscript, String mark, String account) {
        return mark.matches(MARK)
                ? history.since(manuscript, Long.parseLong(mark), account).stream()
                        .map(entry -> words.line(entry, Optional.empty()))
                        .toList()
                : List.of();
    }
}

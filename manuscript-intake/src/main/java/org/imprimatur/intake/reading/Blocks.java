package org.imprimatur.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.imprimatur.intake.reading.Item.Para;
import org.imprimatur.intake.reading.Item.Role;
import org.imprimatur.intake.reading.Item.Role.ListItem;
import org.imprimatur.intake.reading.Item.Tbl;
import org.imprimatur.intake.reading.Item.TblCell;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.Block.Cell;
import org.imprimatur.intake.text.Block.Figure;
import org.imprimatur.intake.text.Block.ListBlock;
import org.imprimatur.intake.text.Block.Paragraph;
import org.imprimatur.intake.text.Block.Quote;
import org.imprimatur.intake.text.Block.Row;
import org.imprimatur.intake.text.Block.Table;
import org.imprimatur.intake.text.Inline;

/** From a section's items to its blocks: lists and quotations gathered, captions put to what they belong to. */
final class Blocks {
    private static final Pattern TABLE_CAPTION = Pattern.compile("(?iu)table\\s+[\\dIVX]+\\b.*");
    private static final Pattern FIGURE_CAPTION =
            Pattern.compile("(?iu)(?:figure|fig\\.?|map|chart|graph|image|plate)\\s+[\\dIVX]+\\b.*");
    private static final Pattern TYPED_BULLET = Pattern.compile("^[•▪◦●‣]\\s*");

    private final Inlines inlines;

    Blocks(Inlines inlines) {
        this.inlines = inlines;
    }

    List<Inline> heading(Para para) {
        return inlines.of(unbold(para.runs()));
    }

    private static List<Run> unbold(List<Run> runs) {
        return runs.stream()
                .map(run -> new Run(
                        run.text().replace('\n', ' '), false, run.italic(), run.shift(), run.href(), run.note()))
                .toList();
    }

    List<Block> of(List<Item> items) {
        var blocks = new ArrayList<Block>();
        var i = 0;
        while (i < items.size()) {
            var item = items.get(i);
            var next = i + 1 < items.size() ? items.get(i + 1) : null;
            if (item instanceof Para caption && next instanceof Tbl table && isCaption(caption, TABLE_CAPTION)) {
                blocks.add(table(table, caption));
                i += 2;
            } else if (item instanceof Tbl table) {
                var below =
                        next instanceof Para caption && isCaption(caption, TABLE_CAPTION) && !beforeTable(items, i + 1);
                blocks.add(table(table, below ? (Para) next : null));
                i += below ? 2 : 1;
            } else if (item instanceof Para para && isList(para)) {
                var end = i;
                while (end < items.size() && items.get(end) instanceof Para one && isList(one)) {
                    end++;
                }
                blocks.addAll(lists(items.subList(i, end), 0));
                i = end;
            } else if (item instanceof Para para && para.role() instanceof Role.Quotation) {
                var end = i;
                var quoted = new ArrayList<Paragraph>();
                while (end < items.size()
                        && items.get(end) instanceof Para one
                        && one.role() instanceof Role.Quotation) {
                    quoted.add(new Paragraph(inlines.of(one.runs())));
                    end++;
                }
                blocks.add(new Quote(quoted));
                i = end;
            } else if (item instanceof Para para) {
                var captionBelow = !para.pictures().isEmpty()
                        && next instanceof Para caption
                        && isCaption(caption, FIGURE_CAPTION);
                paragraph(para, captionBelow ? (Para) next : null, blocks);
                i += captionBelow ? 2 : 1;
            } else {
                i++;
            }
        }
        return blocks;
    }

    private static boolean isCaption(Para para, Pattern pattern) {
        return para.pictures().isEmpty()
                && (para.role() instanceof Role.Caption
                        || para.plain().length() < 300
                                && pattern.matcher(para.plain()).matches());
    }

    private static boolean beforeTable(List<Item> items, int caption) {
        return caption + 1 < items.size() && items.get(caption + 1) instanceof Tbl;
    }

    private void paragraph(Para para, Para caption, List<Block> blocks) {
        var content = inlines.of(para.runs());
        if (!content.isEmpty()) {
            blocks.add(new Paragraph(content));
        }
        for (var i = 0; i < para.pictures().size(); i++) {
            var picture = para.pictures().get(i);
            var last = i == para.pictures().size() - 1;
            blocks.add(new Figure(
                    picture.image(),
                    last && caption != null ? inlines.of(caption.runs()) : List.of(),
                    picture.alternativeText()));
        }
    }

    private static boolean isList(Para para) {
        return para.role() instanceof ListItem
                || para.role() instanceof Role.Body
                        && para.pictures().isEmpty()
                        && TYPED_BULLET.matcher(para.plain()).find();
    }

    private static ListItem listItem(Item item) {
        return item instanceof Para para && para.role() instanceof ListItem listItem
                ? listItem
                : new ListItem("•", 0, false);
    }

    /** Items deeper than {@code depth} hang under the one before them; another list at the same depth is another block. */
    private List<Block> lists(List<Item> items, int depth) {
        var blocks = new ArrayList<Block>();
        List<List<Block>> open = null;
        ListItem kind = null;
        var i = 0;
        while (i < items.size()) {
            var item = listItem(items.get(i));
            if (item.depth() > depth && open != null) {
                var end = i;
                while (end < items.size() && listItem(items.get(end)).depth() > depth) {
                    end++;
                }
                open.get(open.size() - 1).addAll(lists(items.subList(i, end), depth + 1));
                i = end;
                continue;
            }
            if (kind == null || !kind.list().equals(item.list()) || kind.ordered() != item.ordered()) {
                if (open != null) {
                    blocks.add(new ListBlock(kind.ordered(), open));
                }
                open = new ArrayList<>();
                kind = item;
            }
            var content = new ArrayList<Block>();
            paragraph(withoutBullet((Para) items.get(i)), null, content);
            open.add(content);
            i++;
        }
        if (open != null) {
            blocks.add(new ListBlock(kind.ordered(), open));
        }
        return blocks;
    }

    private static Para withoutBullet(Para para) {
        if (para.role() instanceof ListItem || para.runs().isEmpty()) {
            return para;
        }
        var runs = new ArrayList<>(para.runs());
        runs.set(
                0,
                runs.get(0)
                        .withText(TYPED_BULLET
                                .matcher(runs.get(0).text().stripLeading())
                                .replaceFirst("")));
        return new Para(runs, para.role(), para.pictures());
    }

    private Table table(Tbl table, Para caption) {
        var rows = new ArrayList<Row>();
        for (var r = 0; r < table.rows().size(); r++) {
            var cells = new ArrayList<Cell>();
            var column = 0;
            for (var cell : table.rows().get(r)) {
                if (!cell.continued()) {
                    cells.add(new Cell(of(cell.content()), cell.columns(), rowsCovered(table, r, column)));
                }
                column += cell.columns();
            }
            rows.add(new Row(cells));
        }
        var header = table.headerRows() > 0
                        || rows.size() < 2
                        || !isBold(table.rows().get(0))
                ? table.headerRows()
                : 1;
        return new Table(caption == null ? List.of() : inlines.of(unbold(caption.runs())), header, rows);
    }

    private static boolean isBold(List<TblCell> row) {
        return !row.isEmpty()
                && row.stream()
                        .flatMap(cell -> cell.content().stream())
                        .allMatch(item -> item instanceof Para para
                                && (para.allBold() || para.plain().isEmpty()))
                && row.stream()
                        .flatMap(cell -> cell.content().stream())
                        .anyMatch(item -> item instanceof Para para && para.allBold());
    }

    private static int rowsCovered(Tbl table, int row, int column) {
        var covered = 1;
        while (row + covered < table.rows().size() && continuesAt(table.rows().get(row + covered), column)) {
            covered++;
        }
        return covered;
    }

    private static boolean continuesAt(List<TblCell> row, int column) {
        var at = 0;
        for (var cell : row) {
            if (at == column) {
                return cell.continued();
            }
            at += cell.columns();
        }
        return false;
    }
}

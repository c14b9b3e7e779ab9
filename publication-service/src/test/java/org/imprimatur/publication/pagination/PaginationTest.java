package org.imprimatur.publication.pagination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.imprimatur.publication.Generator;
import org.imprimatur.publication.bibliographic.PageRange;
import org.junit.jupiter.api.Test;

class PaginationTest {

    @Test
    void ten_pages_behind_twice_thirteen_are_pages_27_to_36() {
        assertThat(Pagination.ranges(1, List.of(13, 13, 10)))
                .containsExactly(new PageRange(1, 13), new PageRange(14, 26), new PageRange(27, 36));
    }

    @Test
    void every_page_is_given_once_and_none_is_left_out() {
        Generator.aThousand(random -> new Layout(
                        1 + random.nextInt(400),
                        IntStream.range(0, random.nextInt(40))
                                .mapToObj(i -> 1 + random.nextInt(60))
                                .toList()))
                .forEach(layout -> {
                    List<PageRange> ranges = Pagination.ranges(layout.first(), layout.counts());
                    List<Integer> pages = ranges.stream()
                            .flatMap(range -> IntStream.rangeClosed(range.first(), range.last())
                                    .boxed())
                            .toList();
                    int total =
                            layout.counts().stream().mapToInt(Integer::intValue).sum();
                    assertThat(pages)
                            .isEqualTo(IntStream.range(layout.first(), layout.first() + total)
                                    .boxed()
                                    .toList());
                    assertThat(ranges).extracting(PageRange::count).isEqualTo(layout.counts());
                });
    }

    @Test
    void an_article_without_pages_can_not_be_laid_out() {
        assertThatIllegalArgumentException().isThrownBy(() -> Pagination.ranges(1, List.of(3, 0)));
    }

    private record Layout(int first, List<Integer> counts) {}
}

package dev.galleria.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageLinkTest {
    @Test
    void showsTheEndsTheNeighborsAndGapsBetweenThem() {
        assertThat(PageLink.around(6, 12, page -> "?page=" + page).stream().map(PageLink::number))
                .containsExactly("1", "…", "5", "6", "7", "…", "12");
    }

    @Test
    void leavesNoGapWhereNothingIsLeftOut() {
        var links = PageLink.around(2, 4, page -> "?page=" + page);

        assertThat(links.stream().map(PageLink::number)).containsExactly("1", "2", "3", "4");
        assertThat(links.stream().filter(link -> "page".equals(link.current())).map(PageLink::href))
                .containsExactly("?page=2");
    }
}

package dev.galleria.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FollowedFilterTest {
    private static final String HOST = "atelier.localhost:8080";

    @Test
    void onlyThisShopsResultsCount() {
        for (var path : new String[] {"/search?q=linen", "/de/search", "/fr/search?page=2"}) {
            assertThat(FollowedFilter.isListing("http://" + HOST + path, HOST))
                    .as(path)
                    .isTrue();
        }
        for (var address : new String[] {
            "http://" + HOST + "/",
            "http://" + HOST + "/p/x",
            "http://" + HOST + "/c/women",
            "http://elsewhere.example/search",
            "nonsense ://",
            "",
            null
        }) {
            assertThat(FollowedFilter.isListing(address, HOST)).as(address).isFalse();
        }
    }
}

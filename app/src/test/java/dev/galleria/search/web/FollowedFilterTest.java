package dev.galleria.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FollowedFilterTest {
    private static final String HOST = "atelier.localhost:8080";

    @Test
    void onlyThisShopsListingsCount() {
        for (var path : new String[] {"/search?q=linen", "/de/search", "/c/women?page=2", "/fr/brands/nord"}) {
            assertThat(FollowedFilter.isListing("http://" + HOST + path, HOST))
                    .as(path)
                    .isTrue();
        }
        for (var address : new String[] {
            "http://" + HOST + "/",
            "http://" + HOST + "/p/x",
            "http://elsewhere.example/search",
            "nonsense ://",
            "",
            null
        }) {
            assertThat(FollowedFilter.isListing(address, HOST)).as(address).isFalse();
        }
    }
}

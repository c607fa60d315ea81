package dev.galleria.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTest {
    @Test
    void goesToPathsOfThisShop() {
        assertThat(NextPage.safe("/de/account/orders?page=2", "/")).isEqualTo("/de/account/orders?page=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "",
                "/a\r\nX: y",
                "/a\\b"
            })
    void goesNowhereElse(String wish) {
        assertThat(NextPage.safe(wish, "/account")).isEqualTo("/account");
    }
}

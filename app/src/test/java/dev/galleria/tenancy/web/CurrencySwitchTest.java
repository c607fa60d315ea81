package dev.galleria.tenancy.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurrencySwitchTest {
    @Test
    void goesBackToPathsOfThisHostOnly() {
        assertThat(CurrencySwitch.isOwn("/")).isTrue();
        assertThat(CurrencySwitch.isOwn("/de/p/linen-coat?v=LC-1&price=10-20")).isTrue();
        assertThat(CurrencySwitch.isOwn("")).isFalse();
        assertThat(CurrencySwitch.isOwn("//evil.example")).isFalse();
        assertThat(CurrencySwitch.isOwn("/\\evil.example")).isFalse();
        assertThat(CurrencySwitch.isOwn("https://evil.example/")).isFalse();
        assertThat(CurrencySwitch.isOwn("/a\r\nSet-Cookie: x=y")).isFalse();
        assertThat(CurrencySwitch.isOwn("/a b")).isFalse();
    }
}

package dev.galleria.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SealTest {
    private final Seal seal = new Seal("0123456789abcdef0123456789abcdef");

    @Test
    void opensWhatItHasClosed() {
        var sealed = seal.close("gateway key", "sk_live_ä€");
        assertThat(seal.open("gateway key", sealed)).contains("sk_live_ä€");
        assertThat(sealed).doesNotContain("sk_live");
        assertThat(seal.close("gateway key", "sk_live_ä€"))
                .as("another each time")
                .isNotEqualTo(sealed);
    }

    @Test
    void opensNothingElse() {
        var sealed = seal.close("gateway key", "sk_live");
        assertThat(seal.open("gateway webhook", sealed)).isEmpty();
        assertThat(new Seal("0123456789abcdef0123456789abcdeg").open("gateway key", sealed))
                .isEmpty();
        assertThat(seal.open("gateway key", sealed.substring(1))).isEmpty();
        assertThat(seal.open("gateway key", "A" + sealed.substring(1, sealed.length() - 2) + "AA"))
                .isEmpty();
        assertThat(seal.open("gateway key", "")).isEmpty();
        assertThat(seal.open("gateway key", "not base64 !")).isEmpty();
    }
}

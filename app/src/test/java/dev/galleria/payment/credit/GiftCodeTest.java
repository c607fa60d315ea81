package dev.galleria.payment.credit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GiftCodeTest {
    @Test
    void isReadAsPeopleTypeIt() {
        var code = GiftCode.read("7K3M-0Q2X-1ABC-9ZZY").orElseThrow();
        assertThat(GiftCode.read(" 7k3m oq2x iabc 9zzy ")).contains(code);
        assertThat(GiftCode.read("7K3MOQ2XLABC9ZZY")).contains(code);
        assertThat(code.written()).isEqualTo("7K3M-0Q2X-1ABC-9ZZY");
        assertThat(code.end()).isEqualTo("9ZZY");
        assertThat(code.toString()).doesNotContain("7K3M");
    }

    @Test
    void isNothingElse() {
        assertThat(GiftCode.read("")).isEmpty();
        assertThat(GiftCode.read("7K3M-0Q2X-1ABC-9ZZ")).isEmpty();
        assertThat(GiftCode.read("7K3M-0Q2X-1ABC-9ZZU")).isEmpty();
        assertThat(GiftCode.read("x".repeat(100_000))).isEmpty();
    }

    @Test
    void isReadAgainAsItIsWritten() {
        for (int i = 0; i < 1_000; i++) {
            var code = GiftCode.random();
            assertThat(GiftCode.read(code.written())).contains(code);
        }
    }
}

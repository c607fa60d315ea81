package dev.galleria.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    @Test
    void readsWhatIsJson() {
        assertThat(read("{\"a\": [1, 2.50, true, null, \"\\u00e9\"]}"))
                .isEqualTo(Map.of("a", Arrays.asList(new BigDecimal("1"), new BigDecimal("2.50"), true, null, "é")));
        assertThat(read(" [ ] ")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1",
                "{} x",
                "{} {}",
                "nul",
                "{'a': 1}",
                "{a: 1}",
                "[1,]",
                "/* x */ {}",
                "// x\n{}",
                "01",
                "-",
                "1e400",
                "1e-400",
                "1e2000000000",
                "NaN",
                "Infinity",
                "\"\t\"",
                "\uFEFF{}",
                "{\"a\": 1, \"a\": 1}",
                "{\"a\": {\"b\": 1, \"b\": 2}}",
                "99999999999999999999999999999999999999999"
            })
    void refusesWhatIsNot(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(JsonShape.class);
    }

    @Test
    void refusesWhatIsTooDeepOrTooMuch() {
        assertThatThrownBy(() -> read("[".repeat(10_000))).isInstanceOf(JsonShape.class);
        assertThatThrownBy(() -> read("{\"a\":".repeat(10_000))).isInstanceOf(JsonShape.class);
        assertThatThrownBy(() -> read("[" + "1,".repeat(300_000) + "1]")).isInstanceOf(JsonShape.class);
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        assertThatThrownBy(() -> StrictJson.read(new byte[] {'"', (byte) 0xC3, '"'}))
                .isInstanceOf(JsonShape.class);
        assertThatThrownBy(() -> StrictJson.read("{}".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(JsonShape.class);
    }

    private static Object read(String text) {
        return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
    }
}

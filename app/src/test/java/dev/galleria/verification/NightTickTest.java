package dev.galleria.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class NightTickTest {
    @Test
    void looksAfterTheStartAndOnceEachNight() {
        var start = Instant.parse("2026-11-23T10:00:00Z");
        assertThat(NightTick.due(start, Instant.parse("2026-11-23T10:10:00Z"))).isEqualTo(start);
        assertThat(NightTick.due(start, Instant.parse("2026-11-24T02:29:00Z"))).isEqualTo(start);
        assertThat(NightTick.due(start, Instant.parse("2026-11-24T02:30:00Z")))
                .isEqualTo(Instant.parse("2026-11-24T02:30:00Z"));
        assertThat(NightTick.due(start, Instant.parse("2026-11-25T01:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-24T02:30:00Z"));
    }
}

package dev.galleria.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DaysTest {
    private final Days days = Days.from(Clock.fixed(Instant.parse("2026-03-01T15:30:00Z"), ZoneOffset.UTC));

    @Test
    void countsFromTheStartOfTheDayOfLoading() {
        assertThat(days.ago(0)).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(days.ago(1)).isEqualTo(Instant.parse("2026-02-28T00:00:00Z"));
        assertThat(days.start(2)).isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
    }
}

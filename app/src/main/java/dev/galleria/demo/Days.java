package dev.galleria.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The files count days from the day of loading, so that the demo is always fresh. Days are in UTC. */
record Days(LocalDate today) {
    static Days from(Clock clock) {
        return new Days(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** The start of the day so many days ago. */
    Instant ago(int days) {
        return start(-days);
    }

    /** The start of the day in so many days; negative is the past. */
    Instant start(int days) {
        return today.plusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}

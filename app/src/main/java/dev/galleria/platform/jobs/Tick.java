package dev.galleria.platform.jobs;

import java.time.Duration;

/** Work that recurs. A bean; found at start and run by one node at a time. Must bear being run twice. */
public interface Tick {
    /** Stable, e.g. {@code inventory.expire}. */
    String name();

    /** At least 5 seconds: what must happen sooner is decided by a query, not by a job. */
    Duration every();

    void run();
}

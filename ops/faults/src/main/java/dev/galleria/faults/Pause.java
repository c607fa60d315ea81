package dev.galleria.faults;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting, for a time or for something to come true. */
final class Pause {
    private static final long LOOK_MILLIS = 100;

    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("cut off", e);
        }
    }

    /** How long it took until that was true, in milliseconds; -1 if it has not come true in that time. */
    static long until(Duration most, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > most.toNanos()) {
                return -1;
            }
            millis(LOOK_MILLIS);
        }
        return (System.nanoTime() - begin) / 1_000_000;
    }
}

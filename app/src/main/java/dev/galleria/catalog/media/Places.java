package dev.galleria.catalog.media;

import dev.galleria.platform.Problem;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * So many pixels are worked on at once, however many pictures come in: large pictures wait for each other, small ones do not.
 */
final class Places {
    /** A permit is a million pixels. */
    private static final int MILLION = 1_000_000;

    private static final int PERMITS = 60;
    private static final int PATIENCE_SECONDS = 20;

    private final Semaphore permits = new Semaphore(PERMITS, true);

    /** Work that may fail as reading does. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Does the work when there is room for so many pixels; whoever waits too long gets a Problem (UNAVAILABLE). */
    <T> T with(long pixels, Work<T> work) throws IOException {
        int needed = (int) Math.min(PERMITS, 1 + pixels / MILLION);
        enter(needed);
        try {
            return work.run();
        } finally {
            permits.release(needed);
        }
    }

    private void enter(int needed) {
        try {
            if (!permits.tryAcquire(needed, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Problem(Problem.Kind.UNAVAILABLE, "catalog/pictures-busy", needed + " of " + PERMITS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(Problem.Kind.UNAVAILABLE, "catalog/pictures-busy", "stopping");
        }
    }
}

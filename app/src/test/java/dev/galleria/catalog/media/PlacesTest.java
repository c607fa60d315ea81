package dev.galleria.catalog.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places();

    @Test
    void letsLargePicturesWaitForEachOther() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var work = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i -> () -> places.with(Intake.MOST_PIXELS, () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    return inside.decrementAndGet();
                }))
                .toList();
        var pool = Executors.newFixedThreadPool(8);
        try {
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(most.get()).isEqualTo(1);
    }

    @Test
    void letsSmallOnesInTogether() throws Exception {
        var together = new CyclicBarrier(4);
        var work = IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(i -> () -> places.with(2_000_000, () -> await(together)))
                .toList();
        var pool = Executors.newFixedThreadPool(4);
        try {
            for (var done : pool.invokeAll(work, 20, TimeUnit.SECONDS)) {
                assertThat(done.get()).isNotNegative();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void givesTheirPlaceBackWhoFail() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> places.with(Intake.MOST_PIXELS, () -> {
                        throw new IOException("broken");
                    }))
                    .isInstanceOf(IOException.class);
        }

        assertThat(places.with(Intake.MOST_PIXELS, () -> "next")).isEqualTo("next");
    }

    private static int await(CyclicBarrier barrier) {
        try {
            return barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

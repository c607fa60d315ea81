package dev.galleria.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.OfferId;
import dev.galleria.inventory.Allocation.Take;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private final UUID offer = UUID.randomUUID();
    private final StockItem near = new StockItem(UUID.randomUUID(), offer, 3, 1, 1);
    private final StockItem far = new StockItem(UUID.randomUUID(), offer, 5, 0, 2);

    private Wanted want(int lineNo, int quantity) {
        return new Wanted(lineNo, new OfferId(offer), quantity);
    }

    @Test
    void emptiesTheWarehouseWithTheLowestPriorityFirst() {
        assertThat(Allocation.of(List.of(want(1, 2)), List.of(far, near)))
                .isEqualTo(new Allocation.Fits(List.of(new Take(1, near.id(), 2))));
    }

    @Test
    void splitsALineAcrossWarehouses() {
        assertThat(Allocation.of(List.of(want(1, 6)), List.of(far, near)))
                .isEqualTo(new Allocation.Fits(List.of(new Take(1, near.id(), 2), new Take(1, far.id(), 4))));
    }

    @Test
    void addsUpLinesOfTheSameOffer() {
        assertThat(Allocation.of(List.of(want(1, 4), want(2, 4)), List.of(near, far)))
                .isEqualTo(new Allocation.Short(List.of(new Shortage(new OfferId(offer), 8, 7))));
        assertThat(Allocation.of(List.of(want(1, 4), want(2, 3)), List.of(near, far)))
                .isEqualTo(new Allocation.Fits(
                        List.of(new Take(1, near.id(), 2), new Take(1, far.id(), 2), new Take(2, far.id(), 3))));
    }

    @Test
    void takesNothingWhenOneLineHasTooLittle() {
        var unknown = new OfferId(UUID.randomUUID());
        assertThat(Allocation.of(List.of(want(1, 1), new Wanted(2, unknown, 1)), List.of(near, far)))
                .isEqualTo(new Allocation.Short(List.of(new Shortage(unknown, 1, 0))));
    }
}

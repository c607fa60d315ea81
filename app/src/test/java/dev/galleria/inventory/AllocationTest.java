package dev.galleria.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.OfferId;
import dev.galleria.inventory.Allocation.Take;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private final UUID offer = UUID.randomUUID();
    private final StockItem near = item(offer, UUID.randomUUID(), 3, 1, 1, "DE");
    private final StockItem far = item(offer, UUID.randomUUID(), 5, 0, 2, "DE");

    static StockItem item(UUID offer, UUID warehouse, int onHand, int reserved, int priority, String country) {
        return new StockItem(UUID.randomUUID(), offer, warehouse, onHand, reserved, 0, 0, priority, country, true);
    }

    private static List<Take> takes(Allocation allocation) {
        return ((Allocation.Fits) allocation).takes();
    }

    private Wanted want(int lineNo, int quantity) {
        return new Wanted(lineNo, new OfferId(offer), quantity);
    }

    @Test
    void emptiesTheWarehouseWithTheLowestPriorityFirst() {
        assertThat(takes(Allocation.of(List.of(want(1, 2)), List.of(far, near))))
                .containsExactly(new Take(1, near.id(), 2, false));
    }

    @Test
    void splitsALineAcrossWarehouses() {
        assertThat(takes(Allocation.of(List.of(want(1, 6)), List.of(far, near))))
                .containsExactly(new Take(1, near.id(), 2, false), new Take(1, far.id(), 4, false));
    }

    @Test
    void addsUpLinesOfTheSameOffer() {
        assertThat(Allocation.of(List.of(want(1, 4), want(2, 4)), List.of(near, far)))
                .isEqualTo(new Allocation.Short(List.of(new Shortage(new OfferId(offer), 8, 7))));
        assertThat(takes(Allocation.of(List.of(want(1, 4), want(2, 3)), List.of(near, far))))
                .containsExactly(
                        new Take(1, near.id(), 2, false),
                        new Take(1, far.id(), 2, false),
                        new Take(2, far.id(), 3, false));
    }

    @Test
    void takesNothingWhenOneLineHasTooLittle() {
        var unknown = new OfferId(UUID.randomUUID());
        assertThat(Allocation.of(List.of(want(1, 1), new Wanted(2, unknown, 1)), List.of(near, far)))
                .isEqualTo(new Allocation.Short(List.of(new Shortage(unknown, 1, 0))));
    }

    @Test
    void promisesOnlyWhatTheShelvesLackAndOnlyUpToTheCap() {
        var promising = new StockItem(UUID.randomUUID(), offer, UUID.randomUUID(), 2, 0, 5, 1, 1, "DE", true);
        assertThat(takes(Allocation.of(List.of(want(1, 1), want(2, 4)), List.of(promising))))
                .containsExactly(
                        new Take(1, promising.id(), 1, false),
                        new Take(2, promising.id(), 1, false),
                        new Take(2, promising.id(), 3, true));
        assertThat(Allocation.of(List.of(want(1, 7)), List.of(promising)))
                .isEqualTo(new Allocation.Short(List.of(new Shortage(new OfferId(offer), 7, 6))));
    }

    @Test
    void sendsNothingFromAClosedWarehouse() {
        var closed = new StockItem(UUID.randomUUID(), offer, UUID.randomUUID(), 9, 0, 0, 0, 0, "DE", false);
        assertThat(takes(Allocation.of(List.of(want(1, 2)), List.of(closed, near))))
                .containsExactly(new Take(1, near.id(), 2, false));
        assertThat(Allocation.of(List.of(want(1, 1)), List.of(closed))).isInstanceOf(Allocation.Short.class);
    }

    @Test
    void knowsWhichCountriesAreNear() {
        assertThat(Distance.between("DE", "DE")).isEqualTo(Distance.SAME_COUNTRY);
        assertThat(Distance.between("DE", "AT")).isEqualTo(Distance.SAME_REGION);
        assertThat(Distance.between("DE", "PL")).isEqualTo(Distance.SAME_CONTINENT);
        assertThat(Distance.between("DE", "US")).isEqualTo(Distance.ELSEWHERE);
        assertThat(Distance.between("DE", "??")).isEqualTo(Distance.ELSEWHERE);
        assertThat(Distance.between("DE", null)).isZero();
    }
}

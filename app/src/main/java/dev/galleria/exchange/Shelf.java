package dev.galleria.exchange;

import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.editing.BulkWords.OfferOf;
import dev.galleria.inventory.StockLevel;
import dev.galleria.seller.SellerId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What lies where of some products' offers. */
final class Shelf {
    /** An offer as files know it. */
    record Place(ProductId product, String sku, SellerId seller) {}

    /** What a file changes at one place; the offer is known once it is written. */
    record Change(Place place, String warehouse, int before, int after) {}

    private final Map<Place, OfferId> offers = new HashMap<>();
    private final Map<OfferId, Map<String, StockLevel>> levels = new HashMap<>();

    Shelf(List<OfferOf> offers, List<StockLevel> levels) {
        offers.forEach(
                offer -> this.offers.put(new Place(offer.product(), offer.sku(), offer.seller()), offer.offer()));
        levels.forEach(level -> this.levels
                .computeIfAbsent(level.offer(), id -> new HashMap<>())
                .put(level.warehouseCode(), level));
    }

    Optional<OfferId> offer(Place place) {
        return Optional.ofNullable(offers.get(place));
    }

    /** Null when nothing has ever lain there. */
    @Nullable
    StockLevel level(Place place, String warehouse) {
        var offer = offers.get(place);
        return offer == null ? null : levels.getOrDefault(offer, Map.of()).get(warehouse);
    }
}
